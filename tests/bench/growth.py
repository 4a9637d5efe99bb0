#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""
How time and memory of `jibe report --format json=FILE` grow with the number of articles.

usage: growth.py JIBE [--docs FILE.jsonl] [--kinds pile,mixed,story] [--sizes 1000,3000,10000] [--keep FOLDER]

Articles are made from those of the fixtures, or from FILE.jsonl: one {"id", "text", "subtopic"} a line, a subtopic being a
story. The same arguments make the same articles. Three kinds:

  pile   a day's feed: stories of one to eight articles. Each story is a copy of one of the stories given, in which names and
         half of the other words stand for other ones throughout the copy, some of them new, so that the vocabulary grows with
         the text as in real news.
  mixed  the stories given, each with as many articles as it takes: they grow, their number does not.
  story  one story given: all articles tell of the same, in mostly the same words.

In each article sentences are left out and change places, some words are exchanged, some figures and dates are others. An
article has about 1,500 bytes.

Printed are, for each kind and size, seconds (processor time of one run), the peak of memory held (resident set), and the exponents
between this size and the one before: log(ratio of times) / log(ratio of bytes); 1 is linear. Nothing fails by it.
"""
import argparse
import glob
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BYTES = 1500  # of one article, about
WORD = re.compile(r"[A-Za-z]+")
SMALL = set("""a about after again against all also an and another any are as at be been before being between both but by can could
did do does during each for from had has have he her him his how if in into is it its just last may might more most must new no not
now of off on one only or other our out over s said says she should since so some still such t than that the their them then there
these they this those through to told two three under until up was we were what when where which while who will with without would
you your mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april june july august
september october november december""".split())
SYLLABLES = "ba be bri cor da dor el fen gar ha il jo ka kel lo lun ma mer na nor o or pa per ra rin sa sel ta tor u va ven wi yor za".split()


def stories_of(path):
    """Subtopic -> texts."""
    stories = {}
    if path:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                stories.setdefault(row["subtopic"], []).append(row["text"])
        return stories
    for name in sorted(glob.glob(os.path.join(ROOT, "fixtures", "*", "*.txt"))):
        with open(name, encoding="utf-8") as text:
            stories.setdefault(os.path.basename(os.path.dirname(name)), []).append(text.read())
    return stories


def sentences_of(text):
    return [s for s in re.split(r"(?<=[.!?\"”])\s+(?=[A-Z\"“])|\n+", text) if s.strip()] or [text]


def coin(rng):
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3)))


class Copy:
    """A story in other words: WORDS stands for those that are exchanged, names always, other words half the time."""

    def __init__(self, rng, vocabulary):
        self.rng, self.vocabulary, self.words = rng, vocabulary, {}

    def other(self, word, name):
        if name:
            return coin(self.rng)
        if self.rng.random() < 0.5:
            return word
        if self.rng.random() < 0.05:
            new = coin(self.rng)
            self.vocabulary.append(new)
            return new
        return self.rng.choice(self.vocabulary)

    def word(self, word, inside):
        low = word.lower()
        if low in SMALL or len(word) < 3:
            return word
        name = inside and word[0].isupper()
        if low not in self.words:
            self.words[low] = self.other(low, name)
        there = self.words[low]
        return there.capitalize() if word[0].isupper() else there

    def text(self, sentence):
        return WORD.sub(lambda m: self.word(m.group(), m.start() > 0), sentence)


def perturb(rng, sentence, vocabulary):
    """Figures and a few words of one sentence."""

    def figure(match):
        text = match.group()
        return text if rng.random() > 0.15 or len(text) > 6 else str(max(1, int(text) + rng.choice((-2, -1, 1, 2))))

    def word(match):
        text = match.group()
        return text if rng.random() > 0.08 or text.lower() in SMALL or text[0].isupper() else rng.choice(vocabulary)

    return WORD.sub(word, re.sub(r"(?<![\d.,])\d+(?![\d.,])", figure, sentence))


def article(rng, texts, copy, vocabulary):
    """Sentences of one text of the story; of another one when they are too few."""
    out, size, least = [], 0, BYTES * rng.uniform(0.7, 1.3)
    while size < least:
        kept = [s for s in sentences_of(rng.choice(texts)) if rng.random() > 0.15]
        for _ in range(len(kept) // 6):
            i, j = rng.randrange(len(kept)), rng.randrange(len(kept))
            kept[i], kept[j] = kept[j], kept[i]
        for sentence in kept:
            if size < least:
                out.append(perturb(rng, copy.text(sentence) if copy else sentence, vocabulary))
                size += len(out[-1])
    return "\n\n".join(" ".join(out[i:i + 3]) for i in range(0, len(out), 3)) + "\n"


def write(kind, count, stories, folder):
    rng = random.Random(17)
    names = sorted(stories)
    vocabulary = [w for texts in stories.values() for t in texts for w in WORD.findall(t) if w.islower() and w not in SMALL]
    made = total = 0
    while made < count:
        texts = stories[names[0] if kind == "story" else rng.choice(names)]
        copy = Copy(rng, vocabulary) if kind == "pile" else None
        for _ in range(min(rng.randint(1, 8) if kind == "pile" else 1, count - made)):
            text = article(rng, texts, copy, vocabulary).encode()
            with open(os.path.join(folder, "%05d.txt" % made), "wb") as file:
                file.write(text)
            made, total = made + 1, total + len(text)
    return total


def run(jibe, folder, result):
    """Seconds of processor time, MB held at most."""
    child = subprocess.Popen([jibe, "report", "-q", "--format", "json=" + result, folder], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit("jibe failed on %s" % folder)
    peak = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return usage.ru_utime + usage.ru_stime, peak


def main():
    parser = argparse.ArgumentParser(description="How time and memory grow with the number of articles.")
    parser.add_argument("jibe")
    parser.add_argument("--docs")
    parser.add_argument("--kinds", default="pile,mixed,story")
    parser.add_argument("--sizes", default="1000,3000,10000")
    parser.add_argument("--keep", help="folder to keep articles and results in")
    args = parser.parse_args()
    os.environ.setdefault("JIBE_DATA", ROOT)
    stories = stories_of(args.docs)
    work = args.keep or tempfile.mkdtemp()
    try:
        for kind in args.kinds.split(","):
            before = None
            for count in map(int, args.sizes.split(",")):
                folder = os.path.join(work, "%s%d" % (kind, count))
                shutil.rmtree(folder, ignore_errors=True)
                os.makedirs(folder)
                size = write(kind, count, stories, folder)
                seconds, peak = run(args.jibe, folder, folder + ".json")
                line = "%-6s %6d articles %7.2f MB %8.2f s %7.0f MB held" % (kind, count, size / 1e6, seconds, peak)
                if before:
                    grown = math.log(size / before[0])
                    line += "   exponents: time %.2f, memory %.2f" % (
                        math.log(seconds / before[1]) / grown, math.log(peak / before[2]) / grown)
                print(line, flush=True)
                before = size, seconds, peak
    finally:
        if not args.keep:
            shutil.rmtree(work)


main()
