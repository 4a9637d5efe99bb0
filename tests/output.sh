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
fresh() { rm -f ./*.json ./*.diff ./link ./.jibe-*; }
nothing() { ! ls | grep -qE '\.(json|diff)' && [ -z "$(find . -name '.jibe-*')" ]; }
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
	(ulimit -f 1; "$jibe" -f json=a.json story >/dev/null 2>"$work/err")
	status=$?
	check 'a file that may not grow is no half file' '[ $status -eq 2 ] && told a.json && nothing'
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

fresh
rm -rf story/report.json before

# Whatever was read, whether or not it was of use, and by whatever name.
input() { told "it is one of the inputs" && [ $status -eq 2 ]; }
kept() { [ "$(cat "$1")" = "$kept" ] && [ -z "$(find . -name '.jibe-*')" ]; }
mkdir c d r
cp story/wire.txt story/gazette.txt c
printf 'articles: [wire.txt, gazette.txt]\n' >c/cluster.yml
kept=$(cat c/cluster.yml)
run report c -o c/cluster.yml
check 'a cluster file is never written over' 'input && kept c/cluster.yml'
run report c/cluster.yml -f json=c/../c/cluster.yml
check 'nor by another way' 'input && kept c/cluster.yml'
cp story/wire.txt d
printf 'Caf\351 burnt down.\n' >d/bad.txt
kept=$(cat d/bad.txt)
run report d -o d/bad.txt
check 'nor an article that could not be read' 'input && kept d/bad.txt'
printf 'The pier burnt down.\n' >story.pdf
kept=$(cat story.pdf)
run report story story.pdf -o story.pdf
check 'nor what was named in vain' 'input && kept story.pdf'
cat >r/mine.yml <<'RULE'
version: 1
rules:
  - id: pier-length
    kind: quantity
    dimension: length
    about: [pier]
    tests:
      - {a: "The pier is 30 m long.", b: "The pier is 40 m long.", expect: contradiction}
      - {a: "The pier burnt down.", b: "The pier did not burn.", expect: none}
RULE
kept=$(cat r/mine.yml)
for words in "report story" "inspect story/wire.txt" "rules list" "rules check" "rules test" "pairs pairs.ndjson"; do
	echo '{"id":1,"a":"The pier burnt down.","b":"The pier did not burn."}' >pairs.ndjson
	# shellcheck disable=SC2086
	run $words --no-default-rules -r r -o r/mine.yml
	check "nor a rule file, by $words" 'input && kept r/mine.yml'
done
run rules test r/mine.yml --no-default-rules -o r/mine.yml
check 'nor one that is an operand' 'input && kept r/mine.yml'
kept=$(cat pairs.ndjson)
run pairs pairs.ndjson -o pairs.ndjson
check 'nor pairs' 'input && kept pairs.ndjson'
"$jibe" pairs -o pairs.ndjson <pairs.ndjson >out 2>"$work/err"
status=$?
check 'nor pairs on standard input' 'input && kept pairs.ndjson'
ln -s pairs.ndjson link
run inspect --ndjson pairs.ndjson -o link
check 'nor through a link' 'input && kept pairs.ndjson && [ -L link ]'
"$jibe" - -o d/wire.txt <d/wire.txt >out 2>"$work/err"
status=$?
check 'nor an article on standard input' 'input && cmp -s d/wire.txt story/wire.txt'
echo kept >list
run rules list -o list
check 'the name of an action is no input' '[ $status -eq 0 ] && [ "$(cat list)" != kept ]'
rm -rf c d r link list story.pdf pairs.ndjson

# What the shell has opened is written as it was opened.
echo OLD >log
"$jibe" story -f json=/dev/stdout >>log 2>"$work/err"
status=$?
check '/dev/stdout is appended to where the shell said so' '[ $status -eq 0 ] && [ "$(head -n 1 log)" = OLD ] && [ "$(wc -l <log)" -gt 1 ]'
"$jibe" story -f json=/dev/stdout 2>"$work/err" | cat >out
"$jibe" story -f json=/dev/fd/3 3>&1 >/dev/null 2>"$work/err" | cat >out.3
check 'pipes are written to by name, too' 'grep -q jibe.report/1 out && cmp -s out out.3 && [ ! -s err ]'
rm -f out.3
echo OLD >log
"$jibe" story -f json=log >>log 2>"$work/err"
status=$?
check 'so is the file behind it, by its own name' '[ $status -eq 0 ] && [ "$(head -n 1 log)" = OLD ] && [ "$(wc -l <log)" -gt 1 ]'
for words in "inspect story/wire.txt -f json=/dev/fd/3" "rules list -o /dev/fd/3" "report story -f json=/dev/fd/3"; do
	echo OLD >log
	# shellcheck disable=SC2086
	"$jibe" $words 3>>log >out 2>"$work/err"
	status=$?
	check "nor is any other descriptor cut off: $words" '[ $status -eq 0 ] && [ "$(head -n 1 log)" = OLD ] && [ "$(wc -l <log)" -gt 1 ] && [ ! -s out ]'
done
rm -f log

# Links, names, folders, rights.
ln -s sub/there.json link
run story -f json=link
check 'a link whose file is not there gets it' '[ $status -eq 0 ] && [ -L link ] && [ -s sub/there.json ]'
rm -f sub/there.json
run story -f json=link -f diff=sub/there.json
check 'and is known to be that file' '[ $status -eq 2 ] && told "two formats for one output"'
ln -sf link link
run story -f json=link
check 'a link to itself is an error' '[ $status -eq 2 ] && told link && [ -L link ] && nothing'
rm -f link
long=$(printf '%0250d' 0)
run story -f json="$long"
check 'a name may be as long as names can be' '[ $status -eq 0 ] && [ -s "$long" ]'
rm -f "$long"
run story -f json=a.json -f diff="$long$long"
check 'one that is too long keeps the others away, too' '[ $status -eq 2 ] && told "File name too long" && nothing'
run story -f json=a.json -f diff=sub
check 'so does a folder' '[ $status -eq 2 ] && told "Is a directory" && nothing'
run story -f json=a.json -f diff=new/
check 'or what can only be one' '[ $status -eq 2 ] && told "Is a directory" && nothing'
echo old >mine.json && chmod 400 mine.json
if [ ! -w mine.json ]; then
	run story -f json=a.json -f diff=mine.json
	check 'or a file that may not be written' '[ $status -eq 2 ] && told "Permission denied" && [ ! -e a.json ] && [ "$(cat mine.json)" = old ]'
fi
rm -f mine.json
(umask 027 && exec "$jibe" story -f json=a.json)
: >b.json && chmod 604 b.json
run story -f json=b.json
check 'a new file has the usual rights, an old one its own' '[ "$(ls -l a.json | cut -c 1-10)" = -rw-r----- ] && [ "$(ls -l b.json | cut -c 1-10)" = -rw----r-- ]'
fresh

# Whatever ends jibe, nothing half stays. It waits for its input here, with a file begun.
mkfifo pipe
signals='TERM HUP'
sh -c 'kill -HUP $$; exit 7' 2>/dev/null
[ $? -ne 7 ] || signals=TERM # the tests themselves run under nohup
for name in $signals; do
	"$jibe" pairs pipe -o a.json 2>"$work/err" &
	child=$!
	exec 3>pipe
	echo '{"id":1,"a":"The pier burnt down.","b":"The pier did not burn."}' >&3
	until [ -n "$(find . -name '.jibe-*')" ] || ! kill -0 $child 2>/dev/null; do sleep 0.05; done
	begun=$(find . -name '.jibe-*')
	kill -$name $child
	wait $child 2>/dev/null
	status=$?
	exec 3>&-
	check "SIG$name leaves nothing" '[ -n "$begun" ] && [ $status -gt 128 ] && nothing'
	fresh
done
(trap '' HUP && exec "$jibe" pairs pipe -o a.json 2>"$work/err") &
child=$!
exec 3>pipe
until [ -n "$(find . -name '.jibe-*')" ] || ! kill -0 $child 2>/dev/null; do sleep 0.05; done
kill -HUP $child
exec 3>&-
wait $child
status=$?
check 'a signal that nohup ignores stays ignored' '[ $status -eq 0 ] && [ -e a.json ]'
fresh
rm -f pipe
# shellcheck disable=SC3045
if (ulimit -v 110000 && "$jibe" --version >/dev/null) 2>/dev/null; then
	{
		printf '{"id":1,"a":"'
		head -c 60000000 /dev/zero | tr '\0' x
		printf '","b":"x"}\n'
	} >big.ndjson
	(ulimit -v 110000 && exec "$jibe" pairs big.ndjson -o a.json) >out 2>"$work/err"
	status=$?
	check 'nor does memory that runs out' '[ $status -eq 2 ] && { told "out of memory" || told "Cannot allocate memory"; } && nothing'
	rm -f big.ndjson
	fresh
fi

echo old >a.json
run pairs sub -o a.json
check 'input that breaks off replaces nothing' '[ $status -eq 2 ] && told "reading stopped" && [ "$(cat a.json)" = old ]'
fresh

# The name of the file says which format, where nothing else does.
begins() { [ $status -eq 0 ] && head -c 600 "$1" | grep -qF -- "$2"; }
run story -o page.HTML
check '-o page.HTML is HTML' 'begins page.HTML "<!doctype html>" || begins page.HTML "<!DOCTYPE html>"'
run story -o r.json
check '-o r.json is JSON' 'begins r.json jibe.report/1'
run check story/wire.txt --against story/gazette.txt -o r.sarif --fail-on never
check '-o r.sarif is SARIF' 'begins r.sarif sarif'
run story -o r.xml
check '-o r.xml is JUnit' 'begins r.xml "<?xml"'
run story -o r.patch
check '-o r.patch is a diff' 'begins r.patch "--- "'
run inspect story/wire.txt -o i.json
check 'inspect -o i.json is JSON, too' 'begins i.json jibe.inspect/1'
run story -o r.txt && cp r.txt term && run story -f term -o r.json
check '--format decides over the name' '[ $status -eq 0 ] && cmp -s term r.json'

# Copies by the hundred are counted, not named.
mkdir many
for i in $(seq 100); do cp story/wire.txt "many/$i.txt"; done
run many -o r.txt
check 'of many copies the first are named' \
	'[ $status -eq 0 ] && tr -s " \n" " " <r.txt >flat && grep -qF "Y, Z and 74 more go back to one original (Ostra Wire)" flat &&
	grep -qE "([0-9]+) of \1 of Z, [0-9]+ of [0-9]+ of the 74 others \(--all\)" flat'
run many --all -o r.txt
check 'and all of them counted with --all' '[ $status -eq 0 ] && tr -s " \n" " " <r.txt >flat && grep -qE "of CV( |$)" flat'

echo "1..$number"
[ $failures -eq 0 ]
