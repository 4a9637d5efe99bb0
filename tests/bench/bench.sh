#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# How long jibe takes, on text made by repeating the fixtures. Two sizes each, so that one sees whether the time grows
# with the text or faster.
# usage: bench.sh JIBE
set -u

jibe=$(cd "$(dirname "${1:?usage: bench.sh JIBE}")" && pwd)/$(basename "$1")
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

row 'one story (fixtures/flood)' "$(cat "$root"/fixtures/flood/*.txt "$root"/fixtures/flood/*.md | wc -c)" \
	"$jibe" report --format json "$root/fixtures/flood"
for times in 10 40; do
	inputs inspect $times >"$work/inspect"
	row "inspect --ndjson, times $times" "$(wc -c <"$work/inspect")" "$jibe" inspect --ndjson "$work/inspect"
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
