#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""B³ precision, recall and F1 of `jibe cluster` against articles whose stories are known.

    tests/bench/pile.py build/jibe articles.jsonl                     {"id","text","subtopic"} a line
    tests/bench/pile.py build/jibe articles.jsonl --half 0            of every other topic (subtopic without its letters)
    tests/bench/pile.py build/jibe articles.jsonl --sets 30 --size 20 mean over small piles of the same articles
    tests/bench/pile.py build/jibe articles.jsonl --reprints 6        with copies of two articles of each story
    tests/bench/pile.py build/jibe articles.jsonl --set story=0.18    with another weight or threshold of `clustering`
    tests/bench/pile.py build/jibe articles.jsonl --growth 601,3000,10000
                                                                      time and memory of piles of copies with other names
                                                                      and figures, and the exponent of time

Nothing fails by it; without the file it says so and ends.
"""
import argparse
import collections
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile


def write(folder, articles):
    for i, article in enumerate(articles):
        with open(os.path.join(folder, '%06d.txt' % i), 'w', encoding='utf-8') as file:
            file.write(article['text'])


def run(jibe, articles, env, time_it=False):
    """The clusters as lists of places in ARTICLES; with TIME_IT its seconds of processor, MB and their number."""
    with tempfile.TemporaryDirectory() as folder:
        write(folder, articles)
        process = subprocess.Popen([jibe, 'cluster', '-q', folder], stdout=subprocess.PIPE, env=env)
        output = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit('jibe cluster failed')
        if time_it:
            return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, len({l.split('\t')[0] for l in output.splitlines()})
    clusters = collections.defaultdict(list)
    for line in output.splitlines():
        name, path = line.split('\t')
        number = int(os.path.basename(path)[:-4])
        clusters[name if name != 'alone' else path].append(number)
    return list(clusters.values())


def b_cubed(clusters, gold):
    precision = recall = 0
    total = collections.Counter(gold)
    for members in clusters:
        for story, count in collections.Counter(gold[m] for m in members).items():
            precision += count * count / len(members)
            recall += count * count / total[story]
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def score(jibe, articles, env):
    return b_cubed(run(jibe, articles, env), [a['subtopic'] for a in articles])


def topic(article):
    return re.match(r'\d*', article['subtopic']).group()


def small_piles(articles, sets, size):
    chance = random.Random(1)
    stories = collections.defaultdict(list)
    for article in articles:
        stories[article['subtopic']].append(article)
    for _ in range(sets):
        chosen = chance.sample(sorted(stories), min(len(stories), max(1, size // 5)))
        pool = [a for story in chosen for a in stories[story]]
        yield chance.sample(pool, min(size, len(pool)))


def reprints(articles, count):
    """COUNT copies more of two articles of each story, with a third of their lines left out."""
    chance = random.Random(2)
    stories = collections.defaultdict(list)
    for article in articles:
        stories[article['subtopic']].append(article)
    result = list(articles)
    for story in sorted(stories):
        for article in chance.sample(stories[story], 2):
            lines = article['text'].split('\n')
            for _ in range(count):
                kept = [line for line in lines if chance.random() > 1 / 3] or lines
                result.append(dict(article, text='\n'.join(kept)))
    return result


def copies(articles, count):
    """COUNT articles: beyond the first time, names, figures and every fourth other word are others, the same in one round."""
    result = []
    for i in range(count):
        article, turn = articles[i % len(articles)], i // len(articles)

        def other(match):
            word = match.group()
            if word[0].isdigit():
                return str(int(word) + turn) if len(word) < 9 else word
            if word[0].isupper() or (len(word) > 3 and (hash_of(word) + turn) % 4 == 0):
                return word + 'bcdfghklmnprstvwxz'[turn % 18] + 'aeiou'[turn // 18 % 5]
            return word
        result.append(dict(article, text=re.sub(r'\d+|[A-Za-z]+', other, article['text']) if turn else article['text'],
                           subtopic='%s-%d' % (article['subtopic'], turn)))
    return result


def hash_of(word):
    return sum(ord(c) * 31 ** i for i, c in enumerate(word)) % 1000003


def changed_rules(jibe, settings, folder):
    source = os.environ.get('JIBE_DATA') or os.path.dirname(os.path.dirname(os.path.abspath(jibe)))
    shutil.copytree(os.path.join(source, 'rules'), os.path.join(folder, 'rules'))
    path = os.path.join(folder, 'rules', 'en', 'language.yml')
    with open(path, encoding='utf-8') as file:
        text = file.read()
    start = text.index('\nclustering:')
    head, section = text[:start], text[start:]
    for setting in settings:
        key, value = setting.split('=')
        section, changed = re.subn(r'(?m)^  %s: .*$' % re.escape(key), '  %s: %s' % (key, value), section, count=1)
        if not changed:
            sys.exit('no such weight: ' + key)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(head + section)
    return dict(os.environ, JIBE_DATA=folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('jibe')
    parser.add_argument('articles')
    parser.add_argument('--half', type=int, choices=(0, 1))
    parser.add_argument('--sets', type=int, default=0)
    parser.add_argument('--size', type=int, default=20)
    parser.add_argument('--set', action='append', default=[], metavar='KEY=VALUE')
    parser.add_argument('--reprints', type=int, default=0)
    parser.add_argument('--growth')
    options = parser.parse_args()
    if not os.path.exists(options.articles):
        print('skipped: there is no ' + options.articles)
        return
    with open(options.articles, encoding='utf-8') as file:
        articles = [json.loads(line) for line in file]
    if options.half is not None:
        topics = sorted({topic(a) for a in articles})
        articles = [a for a in articles if topics.index(topic(a)) % 2 == options.half]
    if options.reprints:
        articles = reprints(articles, options.reprints)
    with tempfile.TemporaryDirectory() as folder:
        env = changed_rules(options.jibe, options.set, folder) if options.set else dict(os.environ)
        if options.growth:
            rows = []
            for count in (int(c) for c in options.growth.split(',')):
                seconds, megabytes, stories = run(options.jibe, copies(articles, count), env, time_it=True)
                rows.append((count, seconds))
                print('%6d articles  %6.2f s  %5.0f MB  %d clusters' % (count, seconds, megabytes, stories), flush=True)
            for (count, seconds), (more, longer) in zip(rows, rows[1:]):
                print('%d to %d: exponent %.2f' % (count, more, math.log(longer / seconds) / math.log(more / count)))
            return
        piles = list(small_piles(articles, options.sets, options.size)) if options.sets else [articles]
        scores = [score(options.jibe, pile, env) for pile in piles]
        precision, recall, f1 = (sum(column) / len(scores) for column in zip(*scores))
        print('%d articles  B3 precision %.3f  recall %.3f  F1 %.3f' % (sum(map(len, piles)), precision, recall, f1))


main()
