#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles the part of WordNet that alignment needs into one text file, when jibe is built.

usage: compile.py FOLDER FREQUENCY OUTPUT

FOLDER holds WordNet 3.0's data.*, index.* and cntlist.rev (Debian: wordnet-base, /usr/share/wordnet); FREQUENCY is
rules/en/frequency.txt. Words that neither it nor the texts that WordNet was tried on have are left out.

A line is a word, a tab and its kin, each with how near it is, of 100:

  acquire	acquisition 90 buy 60 get 95 obtain 72

Lines are sorted by their bytes, because jibe looks words up in the text itself (src/language/kin.c); the first, of "#",
names what is in the others. The relation is symmetric, but a word keeps its MOST nearest alone: jibe asks both lines.
Only words of one piece, in their first senses of a part of speech (SENSE); rare senses make false kin. How near each
relation is, is a matter of judgement: a synonym or a derived word may stand for the other in a report of one event, a
hypernym may ("the quake", "the disaster" no, but "killed", "murdered"), a sister term seldom.
"""
import collections
import hashlib
import os
import re
import sys

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
PLACE = 0.8  # a town and its country, or who and what is of that country
# by pointer symbol: derivation, pertainym, similar, hypernym and hyponym, verb group, entailment, cause
NEAR = {"+": 0.9, "\\": 0.9, "&": 0.7, "@": 0.6, "~": 0.6, "$": 0.8, "*": 0.5, ">": 0.5}
SENSE = [1, 0.9, 0.8, 0.7]  # what a relation is worth in a word's first, second … sense
LEAST = 0.5
MOST = 32  # kin a word, the nearest
WORD = re.compile(r"[a-z]+$")


def read(folder):
    """Synsets: (part, offset) → (words, pointers); senses: (word, part, offset) → rank from 0."""
    synsets, ranks = {}, {}
    for name, part in PARTS.items():
        with open("%s/data.%s" % (folder, name), encoding="latin-1") as file:
            for line in file:
                if line[0] == " ":
                    continue
                field = line.split("|")[0].split()
                count = int(field[3], 16)
                words = [field[4 + 2 * i].lower().split("(")[0] for i in range(count)]
                at = 4 + 2 * count
                pointers = []
                for i in range(int(field[at])):
                    symbol, offset, kind, ends = field[at + 1 + 4 * i:at + 5 + 4 * i]
                    pointers.append((symbol, ("a" if kind == "s" else kind, offset), int(ends[:2], 16), int(ends[2:], 16)))
                synsets[(part, field[0])] = (words, pointers)
        with open("%s/index.%s" % (folder, name), encoding="latin-1") as file:
            for line in file:
                if line[0] == " ":
                    continue
                field = line.split()
                for rank, offset in enumerate(field[len(field) - int(field[2]):]):
                    ranks[(field[0], part, offset)] = rank
    return synsets, ranks


def known(folder, frequency):
    """Words that have been seen in a text."""
    words = set()
    if os.path.exists(folder + "/cntlist.rev"):
        with open(folder + "/cntlist.rev", encoding="latin-1") as file:
            words = {line.split("%")[0].lower() for line in file}
    with open(frequency, encoding="utf-8") as file:
        return words | {line.split("\t")[0] for line in file}


def kin(synsets, ranks, seen):
    """word → {word: nearness}, both ways."""
    near = collections.defaultdict(dict)

    def join(one, two, strength):
        if strength >= LEAST and one != two and one in seen and two in seen:
            for a, b in ((one, two), (two, one)):
                near[a][b] = max(near[a].get(b, 0), strength)

    for (part, offset), (words, pointers) in synsets.items():
        worth = [SENSE[rank] if rank < len(SENSE) else 0 for rank in (ranks.get((word, part, offset), 9) for word in words)]
        for i, one in enumerate(words):
            for j in range(i + 1, len(words)):
                join(one, words[j], 0.95 * worth[i] * worth[j])
            for symbol, target, source, end in pointers:
                if symbol not in NEAR or (source and source != i + 1):
                    continue
                others = synsets[target][0]
                for two in [others[end - 1]] if end else others:
                    rank = ranks.get((two,) + target, 9)
                    other = SENSE[rank] if rank < len(SENSE) else SENSE[-1] if end else 0
                    join(one, two, NEAR[symbol] * worth[i] * other)
    for one, others in places(synsets):
        for two in others:
            if WORD.match(one) and WORD.match(two) and one != two:
                near[one][two] = near[two][one] = PLACE
    return near


def places(synsets):
    """A named place with what it is part of, and with the adjectives and people of that."""
    of = collections.defaultdict(set)  # synset of a place → words derived from it
    for words, pointers in synsets.values():
        for symbol, target, source, end in pointers:
            if symbol in ("\\", "+") and target[0] == "n" and source:
                of[target].add(words[source - 1])
    for (part, _), (words, pointers) in synsets.items():
        if part != "n" or not any(symbol == "@i" for symbol, _, _, _ in pointers):
            continue
        for symbol, target, _, _ in pointers:
            if symbol == "#p" and any(kind == "@i" for kind, _, _, _ in synsets[target][1]):
                for word in words:
                    yield word, synsets[target][0] + sorted(of[target])


def main(folder, frequency, output):
    seen = {word for word in known(folder, frequency) if WORD.match(word)}
    near = kin(*read(folder), seen)
    lines = []
    for word, others in near.items():
        best = sorted(others.items(), key=lambda item: (-item[1], item[0]))[:MOST]
        lines.append("%s\t%s\n" % (word, " ".join("%s %d" % (other, round(100 * strength)) for other, strength in sorted(best))))
    text = "".join(sorted(lines))
    with open(output, "w", encoding="ascii", newline="\n") as file:
        file.write("#\tsha256:%s\n%s" % (hashlib.sha256(text.encode()).hexdigest(), text))


if __name__ == "__main__":
    main(*sys.argv[1:])
