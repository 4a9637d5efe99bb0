#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of `confidence:` in rules/<language>/confidence.yml.

usage: fit_confidence.py [--jibe PATH] [--shown P] [--pairs P] GOLD.jsonl...

GOLD: judged cases of a cluster or of pairs, as `jibe rules measure` reads them. Every difference that jibe reports for them
and that they judge is a row: right or wrong, with its parts of evidence, its relation and its rule's kind. The program finds
the logistic function that best tells the right ones: maximal likelihood with some shrinkage, by coordinate descent, each set
weighing as much as at most MOST findings. Parts are such that more of one never speaks against a finding, so their weights
may not be negative: so they can be read.

Prints what five-fold cross-validation over rows gives (log loss; how many are right where the function says so), then the
YAML. `shown` is the least confidence from which on at least the share --shown of the clusters' findings is right.
"""
import json
import math
import subprocess
import sys
import zlib

SHRINK = 1.0
MOST = 300
FOLDS = 5
ROUNDS = 200
FREE = ("pair",)  # may count either way
PRIOR = 0.7


def read(jibe, path):
    told = subprocess.run([jibe, "rules", "measure", "--format", "json", path], stdout=subprocess.PIPE, check=True).stdout
    rows = [json.loads(line) for line in told.decode().split("\n")[:-1]]
    rows = [r for r in rows if r["relation"] not in ("agreement", "fuller") and r["judgement"] != "open"]
    for i, row in enumerate(rows):
        row["weight"] = min(1.0, MOST / len(rows))
        row["fold"] = zlib.crc32((row["message"] + path).encode()) % FOLDS
        row["cluster"] = not row["evidence"]["pair"]
        row["right"] = row["judgement"] == "right"
    return rows


def features(row, names):
    values = {("parts", k): v for k, v in row["evidence"].items()}
    values[("relations", row["relation"])] = 1.0
    values[("kinds", row["kind"])] = 1.0
    values[("base", "")] = 1.0
    return [values.get(name, 0.0) for name in names]


def sigma(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def fit(rows, names):
    x = [features(row, names) for row in rows]
    y = [1.0 if row["right"] else 0.0 for row in rows]
    w = [0.0] * len(names)
    score = [0.0] * len(rows)
    where = [[(i, x[i][k]) for i in range(len(rows)) if x[i][k]] for k in range(len(names))]
    for _ in range(ROUNDS):
        largest = 0.0
        for k, name in enumerate(names):
            shrink = 0.0 if name[0] == "base" else SHRINK
            slope, bend = -shrink * w[k], shrink + 1e-9
            for i, value in where[k]:
                p = sigma(score[i])
                slope += rows[i]["weight"] * value * (y[i] - p)
                bend += rows[i]["weight"] * value * value * max(p * (1 - p), 0.02)
            new = w[k] + max(-1.0, min(1.0, slope / bend))
            if name[0] == "parts" and name[1] not in FREE:
                new = max(new, 0.0)
            step = new - w[k]
            if step:
                for i, value in where[k]:
                    score[i] += step * value
                w[k] = new
            largest = max(largest, abs(step))
        if largest < 1e-4:
            break
    return w


def judge(rows, names, w):
    return [sigma(sum(a * b for a, b in zip(w, features(row, names)))) for row in rows]


def calibration(title, rows, p):
    print("# %s: %d findings, %.3f right" % (title, len(rows), sum(r["right"] for r in rows) / max(len(rows), 1)))
    for low in (0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        high = {0.9: 0.95, 0.95: 1.01, 0: 0.2, 0.2: 0.4}.get(low, low + 0.1)
        inside = [r["right"] for r, q in zip(rows, p) if low <= q < high]
        if inside:
            print("#   said %.2f to %.2f: %d of %d right" % (low, min(high, 1), sum(inside), len(inside)))


def threshold(rows, p, share):
    """The least confidence from which on SHARE of the rows is right."""
    order = sorted(zip(p, (r["right"] for r in rows)), reverse=True)
    best, right = 1.0, 0
    for n, (q, is_right) in enumerate(order, 1):
        right += is_right
        if right >= share * n:
            best = q
    return math.floor(best * 100) / 100


def main(argv):
    options = {"--jibe": "build/jibe", "--shown": "0.9", "--pairs": "0.5"}
    while argv and argv[0] in options:
        options[argv[0]] = argv[1]
        argv = argv[2:]
    if not argv or argv[0].startswith("-"):
        sys.exit(__doc__)
    rows = [row for path in argv for row in read(options["--jibe"], path)]
    parts = list(rows[0]["evidence"])
    names = [("base", "")] + [("parts", k) for k in parts]
    names += [("relations", k) for k in sorted({r["relation"] for r in rows})]
    names += [("kinds", k) for k in sorted({r["kind"] for r in rows})]
    held = [0.0] * len(rows)
    for fold in range(FOLDS):
        w = fit([r for r in rows if r["fold"] != fold], names)
        for i, row in enumerate(rows):
            if row["fold"] == fold:
                held[i] = judge([row], names, w)[0]
    loss = -sum(math.log(max(1e-9, q if r["right"] else 1 - q)) for r, q in zip(rows, held)) / len(rows)
    print("# %d judged findings; cross-validated log loss %.3f" % (len(rows), loss))
    clusters = [(r, q) for r, q in zip(rows, held) if r["cluster"]]
    calibration("clusters", [r for r, _ in clusters], [q for _, q in clusters])
    calibration("pairs", [r for r in rows if not r["cluster"]], [q for r, q in zip(rows, held) if not r["cluster"]])
    w = fit(rows, names)
    sure = threshold([r for r, _ in clusters], judge([r for r, _ in clusters], names, w), float(options["--shown"]))
    value = {name: round(x, 2) for name, x in zip(names, w)}
    print("version: 1\nconfidence:\n  base: %.2f" % value[("base", "")])
    print("  prior: %g\n  shown: %g\n  pairs: %s" % (PRIOR, sure, options["--pairs"]))
    for group in ("parts", "relations", "kinds"):
        print("  %s:" % group)
        for name in names:
            if name[0] == group:
                print("    %s: %.2f" % (name[1], value[name]))


if __name__ == "__main__":
    main(sys.argv[1:])
