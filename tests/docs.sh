#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs every example of the documentation.
# usage: docs.sh [--update] JIBE ROOT [FILE...]
#
# FILE is a path below ROOT; without one: README.md, docs/guide.md, docs/jibe-rules.5 and rules/README.md.
#
#   a line that ends with `some/path`:      the fenced block behind it is written to that file, in a folder that
#                                           is this document's own and holds fixtures/
#   a block fenced as console               each line "$ command" is run there; the lines behind it are its output
#                                           (standard output and standard error); "…" stands for any lines
#   a block that starts with "version:", fenced as yaml in rules/README.md or literal in docs/jibe-rules.5
#                                           must pass `jibe rules check`, and its own tests
#
# --update writes the outputs into the documents. An output with "…" is cut at the same place as before. Read the
# difference before you commit it.
set -u

update=
[ "${1:-}" = --update ] && update=yes && shift
jibe=${1:?usage: docs.sh [--update] JIBE ROOT [FILE...]}
root=${2:?usage: docs.sh [--update] JIBE ROOT [FILE...]}
shift 2
[ $# -gt 0 ] || set -- README.md docs/guide.md docs/jibe-rules.5 rules/README.md
jibe=$(cd "$(dirname "$jibe")" && pwd)/$(basename "$jibe")
root=$(cd "$root" && pwd)

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# The same everywhere: no colour, no pager, no settings of the machine.
unset JIBE_CONFIG XDG_CONFIG_HOME XDG_DATA_HOME PAGER LESS COLUMNS LINES CDPATH JIBE_COLOR
export JIBE_DATA="$root" TZ=UTC LC_ALL=C.UTF-8 TERM=dumb NO_COLOR=1 HOME="$work"
mkdir "$work/bin" && ln -s "$jibe" "$work/bin/jibe" || exit 2
PATH=$work/bin:$PATH

# A document into steps: STEPS/N.text (a file, or what is to be checked), STEPS/N.command and STEPS/N.expected.
# Prints "write N LINE PATH", "check N LINE -" or "run N LINE -".
cat >"$work/split.awk" <<'AWK'
function fence(line) { return line ~ /^\.Bd -literal/ ? 1 : match(line, /^```+/) ? RLENGTH : 0 }
function closes(line) { return open == 1 ? line == ".Ed" : fence(line) >= open && line ~ /^`+ *$/ }
function flush_run() { if (running) print "run", number, at, "-"; running = 0 }
function flush_block() {
	flush_run()
	if (kind == "write") print "write", number, at, path
	if (kind == "yaml" && checks && first ~ /^version:/) print "check", number, at, "-"
	kind = path = ""
}
open && closes($0) { flush_block(); open = 0; next }
open && kind == "console" {
	if (/^\$ /) {
		flush_run()
		at = NR
		running = ++number
		printf "%s\n", substr($0, 3) >(steps "/" number ".command")
		printf "" >(steps "/" number ".expected")
	} else if (running)
		print >(steps "/" number ".expected")
	next
}
open {
	if (kind != "") print >(steps "/" number ".text")
	if (first == "") first = $0
	next
}
fence($0) {
	open = fence($0)
	language = open == 1 ? "yaml" : substr($0, open + 1)
	first = ""
	at = NR
	kind = path != "" ? "write" : language == "console" || language == "yaml" ? language : ""
	if (kind != "" && kind != "console")
		printf "" >(steps "/" ++number ".text")
	next
}
/^ *$/ { next }
{
	path = ""
	if (match($0, /`[A-Za-z0-9._\/-]+`:$/)) {
		path = substr($0, RSTART + 1, RLENGTH - 3)
		if (path ~ /^\// || path ~ /\.\./) path = ""
	}
}
AWK

# Is the file GOT what the file EXPECTED says? "…" alone on a line matches any number of lines.
cat >"$work/match.awk" <<'AWK'
function here(from, to, line,   i) { # expected lines FROM to TO stand at LINE
	for (i = from; i <= to; i++) if (got[line + i - from] != want[i]) return 0
	return 1
}
FILENAME == expected { want[++wanted] = $0; next }
{ got[++count] = $0 }
END {
	line = 1
	for (from = 1; from <= wanted + 1; from = to + 2) {
		for (to = from - 1; to < wanted && want[to + 1] != "…"; to++) ;
		size = to - from + 1
		last = to == wanted
		if (last && from > 1) {
			if (count - size + 1 < line) exit 1
			line = count - size + 1
		} else if (from > 1)
			while (line + size - 1 <= count && !here(from, to, line)) line++
		if (line + size - 1 > count || !here(from, to, line)) exit 1
		line += size
		if (last) exit line != count + 1
	}
}
AWK

# GOT, cut as EXPECTED is: at the same two lines if they are there, else at the same number of lines.
cat >"$work/cut.awk" <<'AWK'
FILENAME == expected { if ($0 == "…") { cut = 1; tail = 0 } else if (cut) tail++; else want[++head] = $0; next }
{ got[++count] = $0 }
END {
	for (i = 2; i <= count; i++)
		if (head > 1 && got[i] == want[head] && got[i - 1] == want[head - 1]) { head = i; break }
	if (!cut || head + tail >= count) { for (i = 1; i <= count; i++) print got[i]; exit }
	for (i = 1; i <= head; i++) print got[i]
	print "…"
	for (i = count - tail + 1; i <= count; i++) print got[i]
}
AWK

# The document with the outputs STEPS/N.new; UPDATED lists "LINE N".
cat >"$work/join.awk" <<'AWK'
FILENAME == updated { step[$1] = $2; next }
skip && (/^\$ / || /^```/) { skip = 0 }
skip { next }
{ print }
FNR in step {
	file = steps "/" step[FNR] ".new"
	while ((getline line <file) > 0) print line
	close(file)
	skip = 1
}
AWK

number=0
failures=0
result() { # STATUS NAME: the reason is in $work/why
	number=$((number + 1))
	if [ "$1" -eq 0 ]; then
		printf 'ok %d - %s\n' $number "$2"
	else
		failures=$((failures + 1))
		printf 'not ok %d - %s\n' $number "$2"
		head -n 60 "$work/why" | sed 's/^/# /'
	fi
}

run_step() { # STEP, in the document's folder
	sh -c "$(cat "$1.command")" </dev/null >"$1.got" 2>&1
	awk -v expected="$1.expected" -f "$work/match.awk" "$1.expected" "$1.got" && return 0
	diff "$1.expected" "$1.got" >"$work/why"
	return 1
}

check_step() { # STEP
	mv "$1.text" "$1.yml"
	jibe rules check "$1.yml" >"$work/why" 2>&1 && jibe rules test "$1.yml" >"$work/why" 2>&1
}

run_document() { # DOCUMENT
	folder=$work/document
	steps=$work/steps
	rm -rf "$folder" "$steps"
	mkdir "$folder" "$steps" && ln -s "$root/fixtures" "$folder/fixtures" || exit 2
	case $1 in rules/README.md | docs/jibe-rules.5) checks=1 ;; *) checks=0 ;; esac
	awk -v steps="$steps" -v checks=$checks -f "$work/split.awk" "$root/$1" >"$work/plan" || exit 2
	: >"$work/updated"
	while read -r what step line path; do
		case $what in
		write)
			mkdir -p "$folder/$(dirname "$path")"
			cp "$steps/$step.text" "$folder/$path"
			;;
		check)
			check_step "$steps/$step"
			result $? "$1:$line: rules"
			;;
		run)
			(cd "$folder" && run_step "$steps/$step")
			status=$?
			if [ $status -ne 0 ] && [ "$update" ]; then
				awk -v expected="$steps/$step.expected" -f "$work/cut.awk" "$steps/$step.expected" \
					"$steps/$step.got" >"$steps/$step.new"
				echo "$line $step" >>"$work/updated"
				status=0
			fi
			result $status "$1:$line: $(cat "$steps/$step.command")"
			;;
		esac
	done <"$work/plan"
	if [ -s "$work/updated" ]; then
		awk -v updated="$work/updated" -v steps="$steps" -f "$work/join.awk" "$work/updated" "$root/$1" >"$work/new" &&
			cat "$work/new" >"$root/$1"
	fi
}

for document; do
	run_document "$document"
done
echo "1..$number"
[ $failures -eq 0 ]
