#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles what excludes what, as WordNet knows it, into one text file, when jibe is built.

usage: exclude.py FOLDER FREQUENCY CLASSES OUTPUT

FOLDER and FREQUENCY as for compile.py; CLASSES is en.classes. A line is a word or a phrase, a tab and what is known of it:

  beer	drink:1.4.2 drink:1.4.9 !soda ~wine

"drink:1.4.2" is its place in a class, as the numbers of the branches from the class's heads down, so that what "drink:1.4" is
told of is more general; one that stands below two branches has two places. "!soda" is an opposite. "~wine" are words of the
same class that may be said of the same thing: a part of it, or what is made of it.
Lines are sorted by their bytes (src/language/exclude.c looks words up in the text itself); the first names the others.
"""
import collections
import hashlib
import re
import sys

sys.dont_write_bytecode = True
from compile import known, read  # noqa: E402

WORD = re.compile(r"[a-z]+(_[a-z]+){0,2}$")
OPPOSITE_SENSES = 2  # the ranks of both words' senses, from 0, added: rare senses make false opposites
CLASS_SENSE = 3      # senses of a noun that may make it a member
PLACES = 6           # of a word, the first
PART = ("%p", "%m", "%s", "#p", "#m", "#s")


def class_places(synsets, ranks, path):
    """word → list of (class, place); also of the words each synset."""
    by_name = {(word, rank): (part, offset) for (word, part, offset), rank in ranks.items() if part == "n"}
    places = collections.defaultdict(set)
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line[0] == "#" or not line.strip():
                continue
            name, *heads = line.split()
            for number, head in enumerate(heads, 1):
                word, sense = head.rsplit(".", 1)
                top = by_name.get((word, int(sense) - 1))
                if top:
                    descend(synsets, ranks, top, name, (number,), places)
    return places


def descend(synsets, ranks, synset, name, place, places):
    words, pointers = synsets[synset]
    for word in words:
        if ranks.get((word,) + synset, 9) < CLASS_SENSE:
            places[word].add((name, place))
    below = sorted(target for symbol, target, _, _ in pointers if symbol in ("~", "~i") and target[0] == "n")
    for number, target in enumerate(below, 1):
        descend(synsets, ranks, target, name, place + (number,), places)


def opposites(synsets, ranks):
    found = collections.defaultdict(set)
    for (part, offset), (words, pointers) in synsets.items():
        for symbol, target, source, end in pointers:
            if symbol != "!" or not source or not end:
                continue
            one, two = words[source - 1], synsets[target][0][end - 1]
            if ranks.get((one, part, offset), 9) + ranks.get((two,) + target, 9) <= OPPOSITE_SENSES:
                found[one].add(two)
                found[two].add(one)
    return found


def compatible(synsets, places):
    """Words of a class that are parts of each other."""
    found = collections.defaultdict(set)
    for words, pointers in synsets.values():
        for symbol, target, _, _ in pointers:
            if symbol not in PART:
                continue
            for one in words:
                for two in synsets[target][0]:
                    if one != two and {name for name, _ in places.get(one, ())} & {name for name, _ in places.get(two, ())}:
                        found[one].add(two)
                        found[two].add(one)
    return found


def main(folder, frequency, classes, output):
    synsets, ranks = read(folder)
    seen = known(folder, frequency)
    places = class_places(synsets, ranks, classes)
    against, beside = opposites(synsets, ranks), compatible(synsets, places)
    lines = []
    for word in set(places) | set(against):
        if not WORD.match(word):
            continue
        told = ["%s:%s" % (name, ".".join(map(str, place))) for name, place in sorted(places.get(word, ()))[:PLACES]]
        told += ["!" + other for other in sorted(against.get(word, ())) if WORD.match(other) and {word, other} <= seen]
        told += ["~" + other for other in sorted(beside.get(word, ())) if WORD.match(other)]
        if told:
            lines.append("%s\t%s\n" % (word, " ".join(told)))
    text = "".join(sorted(lines))
    with open(output, "w", encoding="ascii", newline="\n") as file:
        file.write("#\tsha256:%s\n%s" % (hashlib.sha256(text.encode()).hexdigest(), text))


if __name__ == "__main__":
    main(*sys.argv[1:])
