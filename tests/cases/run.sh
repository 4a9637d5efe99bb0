#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the command-line cases. A case is a folder: drop one in, and it runs (README.md).
# usage: run.sh [--update] JIBE DATA [CASE...]
set -u

update=
[ "${1:-}" = --update ] && update=yes && shift
jibe=${1:?usage: run.sh [--update] JIBE DATA [CASE...]}
data=${2:?usage: run.sh [--update] JIBE DATA [CASE...]}
shift 2
jibe=$(cd "$(dirname "$jibe")" && pwd)/$(basename "$jibe")
data=$(cd "$data" && pwd)
here=$(cd "$(dirname "$0")" && pwd)

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# The same everywhere: no colour, no pager, no settings of the machine.
unset JIBE_CONFIG XDG_CONFIG_HOME XDG_DATA_HOME PAGER LESS COLUMNS LINES CDPATH JIBE_COLOR
export JIBE_DATA="$data" TZ=UTC LC_ALL=C.UTF-8 TERM=dumb NO_COLOR=1 HOME="$work"

run_case() { # in the case's folder
	args=$(cat args)
	stdin=/dev/null
	[ -f stdin ] && stdin=stdin
	eval "set -- $args"
	stdout=$work/out
	: >"$work/out"
	[ -f stdout ] && stdout=$(cat stdout)
	if [ "$stdout" = closed ]; then
		"$jibe" "$@" <"$stdin" >&- 2>"$work/err"
	else
		"$jibe" "$@" <"$stdin" >"$stdout" 2>"$work/err"
	fi
	echo $? >"$work/status"
}

same() { # WHAT EXPECTED GOT
	cmp -s "$2" "$3" && return 0
	echo "$1:"
	diff "$2" "$3" | head -n 40
	return 1
}

compare() {
	expected_status=0
	[ -f status ] && expected_status=$(cat status)
	failed=0
	[ "$(cat "$work/status")" -eq "$expected_status" ] || {
		echo "exit status $(cat "$work/status"), expected $expected_status"
		failed=1
	}
	if [ -f expected ]; then
		same 'standard output' expected "$work/out" || failed=1
	else
		echo 'the case has no file "expected" (run.sh --update writes it)'
		failed=1
	fi
	if [ -f expected.err ]; then
		same 'standard error' expected.err "$work/err" || failed=1
	elif [ -s "$work/err" ] && [ "$failed" -eq 1 ]; then
		sed 's/^/standard error: /' "$work/err" | head -n 10
	fi
	return $failed
}

rewrite() {
	cp "$work/out" expected
	[ -f expected.err ] && cp "$work/err" expected.err
	if [ "$(cat "$work/status")" -eq 0 ]; then rm -f status; else cp "$work/status" status; fi
}

[ $# -gt 0 ] || set -- $(cd "$here" && for args in */args; do [ -f "$args" ] && dirname "$args"; done)
echo "1..$#"
number=0
failures=0
for name in "$@"; do
	number=$((number + 1))
	if [ -f "$here/$name/needs" ] && ! "$jibe" --version 2>/dev/null | grep -qF "$(cat "$here/$name/needs")"; then
		echo "ok $number - $name # SKIP needs $(cat "$here/$name/needs")"
		continue
	fi
	cd "$here/$name" || exit 2
	if [ -f stdout ] && [ "$(cat stdout)" != closed ] && ! [ -e "$(cat stdout)" ]; then
		echo "ok $number - $name # SKIP there is no $(cat stdout)"
		continue
	fi
	run_case
	[ -z "$update" ] || rewrite
	if difference=$(compare); then
		echo "ok $number - $name"
	else
		failures=$((failures + 1))
		echo "not ok $number - $name"
		printf '%s\n' "$difference" | sed 's/^/# /'
	fi
done
[ $failures -eq 0 ]
