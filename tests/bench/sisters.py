#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures how often jibe takes two events for one, with clusters whose sisters are mixed in.

usage: sisters.py [-v] [--jibe PATH] [DOCUMENTS.jsonl]

A line of DOCUMENTS is {"id","topic","subtopic","text"}: articles of one subtopic tell one event, and subtopics of one topic
are sisters, such as two escapes from two prisons. Each pair of sisters is one run over all articles of both. A group whose
members stand in articles of both is mixed, and so is a finding. Background that both events have in common counts as
mixed, too: nothing in the data tells it from a mistake, so read what -v prints.

Prints per pair: groups of at least two articles, those that are mixed, and findings by relation; then the totals and the
share that is to be at most LIMIT. Skips with a message, and exit status 77, when there are no documents.
"""
import argparse
import collections
import itertools
import json
import os
import subprocess
import sys
import tempfile

LIMIT = 0.03
SKIPPED = 77


def clusters(path):
    """topic → subtopic → [(id, text)]"""
    topics = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                row = json.loads(line)
                topics[row["topic"]][row["subtopic"]].append((row["id"], row["text"]))
    return topics


def report(jibe, clusters):
    """What jibe reports of all articles of CLUSTERS, subtopic → [(id, text)], and article id → subtopic."""
    with tempfile.TemporaryDirectory() as folder:
        subtopics = {}
        for subtopic, documents in clusters.items():
            for name, text in documents:
                subtopics[name + ".txt"] = subtopic
                with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as file:
                    file.write(text + "\n")
        run = subprocess.run([jibe, "report", "--all", "--format", "json", folder], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, check=False)
        if run.returncode > 1 or not run.stdout:
            sys.exit("%s: exit status %d: %s" % (jibe, run.returncode, run.stderr.decode(errors="replace")))
        told = json.loads(run.stdout)
    return told, {article["id"]: subtopics[os.path.basename(article["path"])] for article in told["articles"]}


def members(finding):
    return [member for version in finding["versions"] for member in version["members"]]


def measure(told, of, print_mixed):
    """Counter of (what, told or mixed): "group" and each relation."""
    counts = collections.Counter()
    findings = {finding["id"]: finding for finding in told["findings"]}

    def count(what, found):
        articles = {member["article"] for member in found}
        mixed = len({of[article] for article in articles}) > 1
        if len(articles) > 1:
            counts[what, "told"] += 1
            counts[what, "mixed"] += mixed
        return mixed

    for finding in told["findings"]:
        if count(finding["relation"], members(finding)) and print_mixed:
            print("  %s %s" % (finding["relation"], finding["rule"]))
            for version in finding["versions"]:
                print("   -")
                for member in version["members"]:
                    print("    %s %s:%d %s" % (of[member["article"]], member["article"], member["line"],
                                               member["text"].replace("\n", " ")))
    for group in told["groups"]:
        count("group", [m for name in group["findings"] if name in findings for m in members(findings[name])])
    return counts


def row(name, counts):
    relations = sorted({what for what, _ in counts if what != "group"})
    shares = ["%s %d/%d" % (what, counts[what, "mixed"], counts[what, "told"]) for what in ["group"] + relations]
    print("%-24s %s" % (name, ", ".join(shares)), flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("-v", action="store_true", dest="verbose", help="print what is mixed")
    options.add_argument("--jibe", default="build/jibe")
    options.add_argument("documents", nargs="?", default="../shared/bench/clusters/ecbplus_docs.jsonl")
    given = options.parse_args()
    if not os.path.exists(given.documents):
        print("skipped: no documents in %s" % given.documents)
        return SKIPPED
    total = collections.Counter()
    for topic, subtopics in sorted(clusters(given.documents).items()):
        for pair in itertools.combinations(sorted(subtopics), 2):
            counts = measure(*report(given.jibe, {name: subtopics[name] for name in pair}), given.verbose)
            row(" + ".join(pair), counts)
            total += counts
    row("total", total)
    for what in ("group", "finding"):
        of = [key for key, _ in total if key == what or (what == "finding" and key != "group")]
        told, mixed = (sum(total[key, which] for key in set(of)) for which in ("told", "mixed"))
        print("%ss mixed: %d of %d, %.1f %%, at most %.0f %% asked" % (what, mixed, told, 100 * mixed / max(told, 1), 100 * LIMIT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
