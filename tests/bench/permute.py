#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gives articles in other orders, and pairs with their sides swapped: jibe must find the same.

usage: permute.py [-v] [--jibe PATH] [--orders N] [FOLDER...] [--pairs SET.jsonl...]

Each FOLDER is a cluster (or holds folders that are); fixtures/* when none is given. The texts of a cluster are read once as
they are and N times (4) in another order, each time with a cluster.yml of its own in which only the order differs. What is
compared: identity, relation, rule, message without articles' letters, versions and members by path and place, and groups. A
pair of SET ({"id","a","b"}) must get the same relation, confidence and similarity when a and b are swapped. Exit status: 0
when all is the same, 1 otherwise, 77 when there was nothing to try.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

SKIPPED = 77
SUFFIXES = (".txt", ".md", ".markdown", ".text")


def clusters(paths):
    """Folders that hold articles, and those inside them."""
    for path in paths:
        if not os.path.isdir(path):
            continue
        inside = sorted(entry.path for entry in os.scandir(path) if entry.is_dir())
        if sum(entry.name.endswith(SUFFIXES) for entry in os.scandir(path)) > 1:
            yield path
        yield from clusters(inside)


def entries(folder):
    """The articles of FOLDER as lines of a cluster.yml, with whole paths."""
    folder = os.path.abspath(folder)
    listed = os.path.join(folder, "cluster.yml")
    if os.path.exists(listed):
        with open(listed, encoding="utf-8") as file:
            head = "  - {file: "
            return ["%s%s/%s" % (head, folder, line[len(head):].rstrip("\n")) for line in file if line.startswith(head)]
    return ["  - {file: %s}" % json.dumps(os.path.join(folder, name)) for name in sorted(os.listdir(folder))
            if name.endswith(SUFFIXES)]


def found(jibe, lines):
    """What a run over the articles of LINES finds, as lines of text in an order of their own."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "cluster.yml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("articles:\n" + "\n".join(lines) + "\n")
        run = subprocess.run([jibe, "report", "--all", "--format", "json", path], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, check=False)
    if run.returncode > 1 or not run.stdout:
        sys.exit("%s: exit status %d: %s" % (jibe, run.returncode, run.stderr.decode(errors="replace")))
    told = json.loads(run.stdout)
    paths = {article["id"]: article["path"] for article in told["articles"]}

    def place(member):
        return "%s:%d-%d" % (paths[member["article"]], member["start"], member["end"])

    groups = {group["id"]: group for group in told["groups"]}
    lines = []
    for finding in told["findings"]:
        versions = sorted("%s [%s]" % (version["label"] if finding["relation"] != "agreement" else "",
                                       " ".join(sorted(map(place, version["members"]))))
                          for version in finding["versions"])
        group = groups.get(finding.get("group"), {})
        counts = tuple(group.get(key) for key in ("state", "articles", "independent_sources", "speakers"))
        lines.append("%s %s %s %.6f %s %s" % (finding["id"], finding["relation"], finding["rule"], finding["confidence"],
                                            counts, " | ".join(versions)))
    lines += ["not compared %s %s" % (paths[item["article"]], item.get("line"))
              for item in told["not_compared"] if item.get("article") in paths]
    lines.append("summary %s" % sorted(told["summary"].items()))
    return sorted(lines)


def try_orders(jibe, folder, orders, verbose):
    """Number of orders in which something else was found."""
    lines = entries(folder)
    if len(lines) < 2:
        return 0
    wanted = found(jibe, lines)
    chance = random.Random(20310612)
    tries = [lines[::-1]] + [chance.sample(lines, len(lines)) for _ in range(orders - 1)]
    wrong = 0
    for order in tries:
        got = found(jibe, order)
        if got == wanted:
            continue
        wrong += 1
        lost, new = sorted(set(wanted) - set(got)), sorted(set(got) - set(wanted))
        if verbose:
            for sign, some in (("-", lost), ("+", new)):
                for line in some[:5]:
                    print("  %s %s" % (sign, line.replace(os.path.abspath(folder) + "/", "")))
    print("%-48s %3d articles, %4d lines: %s" % (folder[-48:], len(lines), len(wanted),
                                                "the same in %d orders" % len(tries) if not wrong
                                                else "NOT the same in %d of %d orders" % (wrong, len(tries))), flush=True)
    return wrong


def swap(jibe, path, verbose):
    """Number of pairs that jibe judges otherwise when their sides are swapped."""
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    told = []
    for a, b in (("a", "b"), ("b", "a")):
        given = "".join(json.dumps({"id": i, "a": row[a], "b": row[b]}) + "\n" for i, row in enumerate(rows))
        out = subprocess.run([jibe, "pairs"], input=given.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
        told.append([json.loads(line) for line in out.split("\n") if line])
    wrong = 0
    for forth, back, row in zip(*told, rows):
        keys = ("relation", "confidence", "similarity")
        rules = [sorted((finding["rule"], finding["relation"]) for finding in side.get("findings", [])) for side in (forth, back)]
        if [forth[key] for key in keys] != [back[key] for key in keys] or rules[0] != rules[1]:
            wrong += 1
            if verbose:
                print("  %s\n  %s\n    %s %s\n    %s %s" % (row["a"], row["b"], [forth[key] for key in keys], rules[0],
                                                          [back[key] for key in keys], rules[1]))
    print("%-48s %d of %d pairs otherwise when swapped" % (os.path.basename(path), wrong, len(rows)), flush=True)
    return wrong


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("-v", action="store_true", dest="verbose", help="print what differs")
    options.add_argument("--jibe", default="build/jibe")
    options.add_argument("--orders", type=int, default=4)
    options.add_argument("--pairs", nargs="*", default=[], metavar="SET.jsonl")
    options.add_argument("folders", nargs="*", metavar="FOLDER")
    given = options.parse_args()
    folders = list(clusters(given.folders or ["fixtures"]))
    sets = [path for path in given.pairs if os.path.exists(path)]
    for path in set(given.folders + given.pairs):
        if not os.path.exists(path):
            print("skipped: no %s" % path)
    if not folders and not sets:
        return SKIPPED
    wrong = sum(try_orders(given.jibe, folder, given.orders, given.verbose) for folder in folders)
    wrong += sum(swap(given.jibe, path, given.verbose) for path in sets)
    print("all the same" if not wrong else "%d differences" % wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
