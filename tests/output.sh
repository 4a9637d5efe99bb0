#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Where results go: several files of one run, all of them or none; never over what was read.
# usage: output.sh JIBE ROOT
set -u

jibe=${1:?usage: output.sh JIBE ROOT}
root=${2:?usage: output.sh JIBE ROOT}
jibe=$(cd "$(dirname "$jibe")" && pwd)/$(basename "$jibe")
root=$(cd "$root" && pwd)

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
export JIBE_DATA="$root" TZ=UTC LC_ALL=C.UTF-8 TERM=dumb NO_COLOR=1 HOME="$work"
unset JIBE_PAGER PAGER
cp -R "$root/fixtures/flood" "$work/story" && cd "$work" || exit 2

number=0
failures=0
check() { # NAME EXPRESSION
	number=$((number + 1))
	if eval "$2"; then
		echo "ok $number - $1"
	else
		failures=$((failures + 1))
		echo "not ok $number - $1"
		{ echo "status $status" && ls && cat "$work/err"; } | sed 's/^/# /'
	fi
}
run() {
	"$jibe" "$@" >"$work/out" 2>"$work/err"
	status=$?
}
fresh() { rm -f ./*.json ./*.diff ./link ./*.json.??????; }
nothing() { ! ls | grep -qE '\.(json|diff)'; }
told() { grep -qF -- "$1" "$work/err"; }

run -f json=a.json -f diff=b.diff -f term story
check 'three results of one run' '[ $status -eq 0 ] && [ -s a.json ] && [ -s b.diff ] && [ -s out ] && [ "$(ls | wc -l)" -eq 5 ]'
fresh
run -f json=a.json -f diff=missing/b.diff story
check 'when one file fails none appears' '[ $status -eq 2 ] && nothing && told missing/b.diff'
echo old >a.json
run -f json=a.json -f diff=missing/b.diff story
check 'and an old one stays' '[ $status -eq 2 ] && [ "$(cat a.json)" = old ]'
run -f diff=missing/b.diff -f term story
check 'the screen gets its report all the same' '[ $status -eq 2 ] && [ -s out ]'
fresh
if [ -c /dev/full ]; then
	run -f json=a.json -f diff=/dev/full story
	check 'nor when a device is full' '[ $status -eq 2 ] && nothing && told "No space left"'
	"$jibe" -f json=a.json -f term story >/dev/full 2>"$work/err"
	status=$?
	check 'files are there when standard output is full' '[ $status -eq 2 ] && [ -s a.json ] && told "standard output"'
	fresh
fi
{ "$jibe" -f json=a.json -f term story 2>"$work/err" && echo fine >done; } | true
status=0
check 'a closed pipe leaves whole files and says nothing' '[ -s a.json ] && [ ! -s err ]'
fresh
if (ulimit -f 1 && true) 2>/dev/null; then
	(trap '' XFSZ 2>/dev/null; ulimit -f 1; "$jibe" -f json=a.json story >/dev/null 2>"$work/err")
	status=$?
	check 'a file that may not grow is no half file' '[ $status -ne 0 ] && nothing'
fi
run -f json=x.json -f diff=./x.json story
check 'one file under two names' '[ $status -eq 2 ] && told "two formats for one output" && nothing'
mkdir sub
run -f json=x.json -f diff=sub/../x.json story
check 'or by another way' '[ $status -eq 2 ] && told "two formats for one output" && nothing'
ln -s x.json link && : >x.json
run -f json=x.json -f diff=link story
check 'or through a link' '[ $status -eq 2 ] && told "two formats for one output"'
fresh
"$jibe" -f term -f json=x.json story >x.json 2>"$work/err"
status=$?
check 'or as standard output' '[ $status -eq 2 ] && told "two formats for one output"'
fresh
cp story/wire.txt before
run -o story/wire.txt story
check 'an article is never written over' '[ $status -eq 2 ] && told "it is one of the inputs" && cmp -s before story/wire.txt'
run check story/wire.txt --against story/gazette.txt -f json=story/../story/gazette.txt
check 'nor a source' '[ $status -eq 2 ] && told "it is one of the inputs"'
run inspect story/wire.txt -o ./story/wire.txt
check 'nor by inspect' '[ $status -eq 2 ] && told "it is one of the inputs" && cmp -s before story/wire.txt'
run -o story/report.json -f json story
check 'a new file among the articles is fine' '[ $status -eq 0 ] && [ -s story/report.json ]'
cp story/report.json first.json
run -q -o story/report.json -f json story
check 'and changes nothing the second time' '[ $status -eq 0 ] && cmp -s first.json story/report.json'

echo "1..$number"
[ $failures -eq 0 ]
