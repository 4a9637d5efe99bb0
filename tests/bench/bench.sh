#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# How long jibe takes. First the reading alone (tokens, sentences, mentions; one thread) and the trees of sentences
# beside wc -w, on 50 MB of the fixtures' articles or on FILE; then the commands, on text made by repeating the fixtures, two sizes each, so that one
# sees whether the time grows with the text or faster; last, where there is Python, growth.py with fewer articles than it
# takes by itself.
# usage: bench.sh JIBE [FILE]
set -u

jibe=$(cd "$(dirname "${1:?usage: bench.sh JIBE [FILE]}")" && pwd)/$(basename "$1")
text=${2:-}
root=$(cd "$(dirname "$0")/../.." && pwd)
export JIBE_DATA="$root" NO_COLOR=1 LC_ALL=C.UTF-8

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

now() { # seconds; whole ones where date knows no parts
	date +%s.%N | sed 's/\.%*N$//'
}

seconds() { # COMMAND...
	start=$(now)
	"$@" >"$work/out" 2>"$work/err" || [ $? -eq 1 ] || {
		cat "$work/err" >&2
		exit 2
	}
	awk -v start="$start" -v end="$(now)" 'BEGIN { printf "%.3f", end - start }'
}

row() { # NAME BYTES COMMAND...
	name=$1 bytes=$2
	shift 2
	taken=$(seconds "$@") || exit 2
	awk -v name="$name" -v bytes="$bytes" -v taken="$taken" 'BEGIN {
		rate = taken > 0 ? sprintf("%.2f MB/s", bytes / 1e6 / taken) : "-"
		printf "%-36s %9.3f MB %8s s   %s\n", name, bytes / 1e6, taken, rate
	}'
}

# reading: the best of three each, and how many times as long as wc -w jibe takes
reading() {
	if [ -z "$text" ]; then
		text=$work/text
		for article in "$root"/fixtures/*/*.txt; do cat "$article" && echo; done >"$work/articles"
		awk '{ all = all $0 "\n" } END { for (size = 0; size < 50e6; size += length(all)) printf "%s", all }' \
			"$work/articles" >"$text"
	fi
	bytes=$(wc -c <"$text")
	measured=$("$(dirname "$jibe")/tests/bench/bench-mentions" "$text")
	[ -n "$measured" ] || exit 2
	words=$(for run in 1 2 3; do seconds wc -w "$text" && echo; done | sort -n | head -n 1)
	awk -v bytes="$bytes" -v words="$words" -v measured="$measured" 'BEGIN {
		split(measured, part, " ")
		mentions = part[1]
		row = "%-36s %9.3f MB %8s s   %.2f MB/s\n"
		printf row, "wc -w", bytes / 1e6, words, bytes / 1e6 / words
		printf row, "tokens, sentences, mentions", bytes / 1e6, mentions, bytes / 1e6 / mentions
		printf "1/%.1f of the speed of wc -w (aim: 1/6)\n", mentions / words
		if (!part[7])
			exit
		printf row, "trees (words, tags, arcs)", part[6] / 1e6, part[5], part[6] / 1e6 / part[5]
		printf "%.0f words a second, 1/%.1f of the speed of wc -w\n", part[7] / part[5], part[5] / part[6] * bytes / words
	}'
}

# inputs KIND TIMES: NDJSON for inspect or pairs, from the paragraphs of the fixtures
inputs() {
	cat "$root"/fixtures/*/*.txt | awk -v kind="$1" -v times="$2" '
		NF > 8 { gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); gsub(/\t/, " "); line[n++] = $0 }
		END {
			for (t = 0; t < times; t++)
				for (i = 0; i < n; i++)
					if (kind == "pairs")
						printf "{\"id\":%d,\"a\":\"%s\",\"b\":\"%s\"}\n", t * n + i, line[i], line[(i + 1 + t) % n]
					else
						printf "{\"id\":%d,\"text\":\"%s\"}\n", t * n + i, line[i]
		}'
}

reading
row 'one story (fixtures/flood)' "$(cat "$root"/fixtures/flood/*.txt "$root"/fixtures/flood/*.md | wc -c)" \
	"$jibe" report --format json "$root/fixtures/flood"
for times in 40 400; do
	inputs inspect $times >"$work/inspect"
	row "inspect --ndjson, times $times" "$(wc -c <"$work/inspect")" "$jibe" inspect --ndjson "$work/inspect"
done
for times in 10 40; do
	inputs pairs $times >"$work/pairs"
	row "pairs, times $times" "$(wc -c <"$work/pairs")" "$jibe" pairs "$work/pairs"
done
for times in 2 8; do
	mkdir -p "$work/story$times"
	for story in flood talks trial harbour-sale; do
		for article in "$root/fixtures/$story"/*.txt; do
			for copy in $(seq $times); do cat "$article"; echo; done >"$work/story$times/$story-$(basename "$article")"
		done
	done
	row "report, four stories mixed, times $times" "$(cat "$work/story$times"/* | wc -c)" \
		"$jibe" report --format json "$work/story$times"
done
if command -v python3 >/dev/null 2>&1; then
	python3 "$root/tests/bench/growth.py" "$jibe" --sizes 300,1000,3000
else
	echo 'without python3 the growth with the number of articles is not measured'
fi
