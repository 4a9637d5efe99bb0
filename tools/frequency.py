#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts in how many sentences of CoNLL-U treebanks each lemma stands: rules/<language>/frequency.txt.

usage: frequency.py TREEBANK.conllu... >rules/en/frequency.txt

The shipped table is made of the train parts of UD English EWT and of the part of GUM whose texts are free:
  frequency.py en_ewt-train.conllu en_gum_free-train.conllu

A line is a lemma, a tab and its number of sentences; lines are sorted by their bytes, because jibe looks words up in the
text itself (src/language/kin.c). The line of "#" holds the number of all sentences. Lemmas of one sentence alone are left
out, and so are numbers, marks and what holds anything but letters, hyphens, stops and apostrophes.
"""
import collections
import re
import sys

WORD = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*\.?$")


def main(paths):
    sentences, count = 0, collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for block in file.read().split("\n\n"):
                rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
                lemmas = {row[2].lower() for row in rows if row[0].isdigit() and row[3] not in ("PUNCT", "SYM", "NUM")}
                sentences += bool(lemmas)
                count.update(lemma for lemma in lemmas if WORD.match(lemma))
    lines = ["%s\t%d\n" % item for item in count.items() if item[1] > 1] + ["#\t%d\n" % sentences]
    sys.stdout.buffer.write(b"".join(sorted(line.encode() for line in lines)))


if __name__ == "__main__":
    main(sys.argv[1:])
