#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The rule of the house: a file includes headers of its own folder and of lower floors only; jibe.h is free for all.
# First the check is tried on made-up files, so that it cannot pass by not looking.
# usage: floors.sh SRC
set -u

src=${1:?usage: floors.sh SRC}
floors='base text language article mention syntax claim align finding rules report term html format inspect run cli train'

# Reads files named FLOOR/…, prints one line for each include that breaks the rule.
violations() {
	find . -name '*.[ch]' | LC_ALL=C sort | xargs awk -v floors="$floors" '
		BEGIN {
			count = split(floors, names, " ")
			for (i = 1; i <= count; i++)
				rank[names[i]] = i
		}
		FNR == 1 {
			split(FILENAME, part, "/")
			floor = part[3] == "" ? "" : part[2]
			if (floor != "" && !(floor in rank))
				print FILENAME ": the folder " floor " is no floor"
		}
		/^[ \t]*#[ \t]*include[ \t]*"/ {
			split($0, quoted, "\"")
			header = quoted[2]
			if (header == "jibe.h")
				next
			slashes = split(header, path, "/")
			if (slashes != 2 || !(path[1] in rank))
				print FILENAME ":" FNR ": include \"" header "\" does not name a floor"
			else if (floor == "" || rank[path[1]] > rank[floor])
				print FILENAME ":" FNR ": " (floor == "" ? "jibe.h" : floor) " may not include " header
		}'
}

number=0
report() { # NAME VIOLATIONS
	number=$((number + 1))
	if [ -z "$2" ]; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

# expect NAME FILE LINE LINES: a file FILE with LINE in it breaks the rule in LINES places
expect() {
	mkdir -p "$made/$(dirname "$2")"
	printf '/* made up */\n%s\n' "$3" >"$made/$2"
	found=$(cd "$made" && violations)
	rm -rf "${made:?}/"*
	lines=$(printf '%s' "$found" | grep -c '')
	[ "$lines" -eq "$4" ] && found= || found="expected $4 violations, found $lines: $found"
	report "$1" "$found"
}

made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT
trap 'exit 2' HUP INT TERM

echo 1..9
expect 'own folder' text/a.c '#include "text/utf8.h"' 0
expect 'a lower floor' text/a.c '#include "base/span.h"' 0
expect 'a higher floor is found' text/a.c '#include "claim/claim.h"' 1
expect 'jibe.h is free for all' base/a.h '#include "jibe.h"' 0
expect 'an include that names no floor is found' base/a.c '#include "span.h"' 1
expect 'a folder that is no floor is found' stuff/a.c '' 1
expect 'jibe.h includes none of ours' jibe.h '#include "base/span.h"' 1
files=$(find "$src" -name '*.[ch]' | grep -c '')
[ "$files" -gt 20 ] && few= || few="only $files files in $src"
report 'there are files to look at' "$few"
report 'the house keeps its floors' "$(cd "$src" && violations)"
