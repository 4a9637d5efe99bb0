#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of `alignment: similarity:` in rules/<language>/language.yml.

usage: fit_similarity.py [--jibe PATH] [--weigh NAME=W]... SET.jsonl...

SET line: {"id","a","b","score"[,"group"]}; a graded score (0..5), or in a set whose name has "sentpairs" the number of events
that both tell of, of which only "any" or "none" counts. The parts of each pair come from `jibe pairs --parts`; the program
finds the weights that best tell the scores of all sets at once, each set centred and scaled by itself, since what is fitted is
an order and not a level: least squares with a little shrinkage, by coordinate descent. A part that speaks for likeness may
not count against it, nor the other way round (SIGN): so the weights can be read. Then base and scale are set so that the
similarity of the graded sets is their score / 5.

Prints what five-fold cross-validation over groups gives (Pearson's r; average precision for events), then the YAML.
"""
import json
import math
import subprocess
import sys
import zlib

SIGN = {"names-apart": -1, "persons-apart": -1, "nations-apart": -1, "dates-apart": -1, "length": 0}  # the rest: 1; 0: either
SHRINK = 0.01
FOLDS = 5


def read(jibe, path):
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    given = "".join(json.dumps({"id": i, "a": row["a"], "b": row["b"]}) + "\n" for i, row in enumerate(rows))
    told = subprocess.run([jibe, "pairs", "--parts"], input=given.encode(), stdout=subprocess.PIPE, check=True).stdout
    parts = [json.loads(line)["parts"] for line in told.decode().split("\n")[:-1]]
    events = "sentpairs" in path
    scores = [float(row["score"] > 0) if events else float(row["score"]) for row in rows]
    folds = [zlib.crc32(str(row.get("group", i)).encode()) % FOLDS for i, row in enumerate(rows)]
    return {"name": path.split("/")[-1], "events": events, "names": list(parts[0]), "x": [list(p.values()) for p in parts],
            "y": scores, "folds": folds}


def mean(values):
    return sum(values) / len(values)


def moments(data, keep):
    """Sums over the rows that KEEP: covariances of the parts with each other and with the scaled score."""
    rows = [i for i in range(len(data["y"])) if keep(data["folds"][i])]
    n = len(data["names"])
    centre = [mean([data["x"][i][k] for i in rows]) for k in range(n)]
    level = mean([data["y"][i] for i in rows])
    spread = math.sqrt(mean([(data["y"][i] - level) ** 2 for i in rows]))
    xx = [[0.0] * n for _ in range(n)]
    xy = [0.0] * n
    for i in rows:
        x = [data["x"][i][k] - centre[k] for k in range(n)]
        y = (data["y"][i] - level) / spread
        for k in range(n):
            xy[k] += x[k] * y / len(rows)
            for j in range(n):
                xx[k][j] += x[k] * x[j] / len(rows)
    return xx, xy


def solve(sets, weights, keep):
    n = len(sets[0]["names"])
    xx, xy = [[0.0] * n for _ in range(n)], [0.0] * n
    for data in sets:
        part, target = moments(data, keep)
        w = weights.get(data["name"].split(".")[0], 1.0)
        for k in range(n):
            xy[k] += w * target[k]
            for j in range(n):
                xx[k][j] += w * part[k][j]
    beta = [0.0] * n
    for _ in range(3000):
        for k in range(n):
            if xx[k][k] <= 1e-9:
                continue
            rest = xy[k] - sum(xx[k][j] * beta[j] for j in range(n) if j != k)
            value = rest / (xx[k][k] + SHRINK)
            sign = SIGN.get(sets[0]["names"][k], 1)
            beta[k] = 0.0 if sign * value < 0 else value
    return beta


def pearson(x, y):
    a, b = mean(x), mean(y)
    top = sum((p - a) * (q - b) for p, q in zip(x, y))
    return top / math.sqrt(sum((p - a) ** 2 for p in x) * sum((q - b) ** 2 for q in y))


def average_precision(x, y):
    order = sorted(range(len(x)), key=lambda i: -x[i])
    hits = total = 0.0
    for rank, i in enumerate(order, 1):
        hits += y[i]
        total += y[i] * hits / rank
    return total / sum(y)


def dot(row, beta):
    return sum(p * q for p, q in zip(row, beta))


def main(arguments):
    jibe, weights, paths = "jibe", {}, []
    arguments = list(arguments)
    while arguments:
        word = arguments.pop(0)
        if word == "--jibe":
            jibe = arguments.pop(0)
        elif word == "--weigh":
            name, value = arguments.pop(0).split("=")
            weights[name] = float(value)
        else:
            paths.append(word)
    if not paths:
        sys.exit(__doc__)
    sets = [read(jibe, path) for path in paths]
    told = [[0.0] * len(data["y"]) for data in sets]
    for fold in range(FOLDS):
        beta = solve(sets, weights, lambda f: f != fold)
        for data, out in zip(sets, told):
            for i, row in enumerate(data["x"]):
                if data["folds"][i] == fold:
                    out[i] = dot(row, beta)
    for data, out in zip(sets, told):
        measure = average_precision if data["events"] else pearson
        print("# %-28s %s %.3f" % (data["name"], measure.__name__.replace("_", " "), measure(out, data["y"])))
    beta = solve(sets, weights, lambda f: True)
    graded = [(dot(row, beta), y / 5) for data in sets if not data["events"] for row, y in zip(data["x"], data["y"])]
    x, y = [p for p, _ in graded], [q for _, q in graded]
    scale = pearson(x, y) * math.sqrt(sum((q - mean(y)) ** 2 for q in y) / sum((p - mean(x)) ** 2 for p in x))
    print("  similarity:\n    base: %.3f" % (mean(y) - scale * mean(x)))
    for name, b in zip(sets[0]["names"], beta):
        print("    %s: %.3f" % (name, scale * b))


if __name__ == "__main__":
    main(sys.argv[1:])
