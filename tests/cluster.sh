#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# jibe cluster: folders of links, whole or not at all; the same clusters whatever the order of the articles.
# usage: cluster.sh JIBE ROOT
set -u

jibe=${1:?usage: cluster.sh JIBE ROOT}
root=${2:?usage: cluster.sh JIBE ROOT}
jibe=$(cd "$(dirname "$jibe")" && pwd)/$(basename "$jibe")
root=$(cd "$root" && pwd)

work=$(mktemp -d) || exit 2
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
export JIBE_DATA="$root" TZ=UTC LC_ALL=C.UTF-8 TERM=dumb NO_COLOR=1 HOME="$work"
unset JIBE_PAGER PAGER
mkdir "$work/feed" && cd "$work" || exit 2
for story in flood talks trial harbour-sale; do
	for article in "$root/fixtures/$story"/*.txt "$root/fixtures/$story"/*.md; do
		case $article in *README.md | *'*'*) ;; *) cp "$article" "feed/$story-$(basename "$article")" ;; esac
	done
done
printf 'Marn wins the Tessel open\n\nIvo Marn won the open chess tournament of Tessel on Sunday.\n' >feed/chess

number=0
failures=0
check() { # NAME EXPRESSION
	number=$((number + 1))
	if eval "$2"; then
		echo "ok $number - $1"
	else
		failures=$((failures + 1))
		echo "not ok $number - $1"
		{ echo "status $status" && find . -path ./feed -prune -o -print && cat err; } | sed 's/^/# /'
	fi
}
run() {
	"$jibe" cluster "$@" >out 2>err
	status=$?
}
told() { grep -qF -- "$1" err; }
clean() { [ -z "$(find . -name '.jibe-*')" ]; }
stories() { cut -f 1 "${1:-out}" | sort -u | wc -l; }

run feed/*
cp out first
check 'four stories and one article alone' '[ $status -eq 0 ] && [ "$(stories)" -eq 5 ] && grep -q "^alone	feed/chess$" out'
check 'each story has the articles of its own' \
	'! sed "s,feed/\([a-z]*\)[^	]*$,\1," out | sort -u | cut -f 1 | sort | uniq -d | grep -q .'
check 'and no story is in two' '! sed "s,feed/\([a-z]*\)[^	]*$,\1," out | sort -u | cut -f 2 | sort | uniq -d | grep -q .'

same=yes
for seed in 1 2 3 4 5 6 7 8; do
	run $(ls -d feed/* | awk -v seed=$seed '{ print ($0 ~ /chess/ ? seed : (NR * 7919 + seed * 104729) % 1009), $0 }' |
		sort -n | cut -d ' ' -f 2)
	cmp -s out first || same=no
done
check 'the order given changes nothing' '[ $same = yes ]'

run --into day feed/*
check 'a folder of folders, and the list' '[ $status -eq 0 ] && cmp -s out first && [ "$(ls day | wc -l)" -eq 5 ] && clean'
check 'its links lead to the articles' \
	'[ "$(find day -type l | wc -l)" -eq "$(ls feed | wc -l)" ] && [ -z "$(find -L day -type l)" ] &&
	cmp -s day/01-*/flood-herald.md feed/flood-herald.md'
check 'what has no extension of an article gets one' 'cmp -s day/alone/chess.txt feed/chess'
"$jibe" report -q --format json day/01-* >report.json 2>err
status=$?
check 'a report reads a folder of it' '[ $status -eq 0 ] && grep -q "\"contradiction\"" report.json'
run --into known "$root/fixtures/flood"
"$jibe" report --format json known/01-* 2>>err | sed -n '/"summary"/,$p' >linked
"$jibe" report --format json "$root/fixtures/flood" 2>>err | sed -n '/"summary"/,$p' >given
check 'which finds the same as in the articles with their own cluster.yml' \
	'[ $status -eq 0 ] && [ -s given ] && cmp -s linked given && grep -q "outlet: \"Ostra Wire\"" known/01-*/cluster.yml'
mv day moved
check 'which may be moved' '[ -s moved/alone/chess.txt ]'

run --into moved feed/*
check 'a folder with something in it is left as it is' \
	'[ $status -eq 2 ] && told "not empty" && [ ! -s out ] && [ "$(find moved -type l | wc -l)" -eq "$(ls feed | wc -l)" ] && clean'
mkdir empty
run --into empty/ feed/*
check 'an empty one is filled' '[ $status -eq 0 ] && [ "$(ls empty | wc -l)" -eq 5 ] && clean'
run --into feed/chess feed/*
check 'a file is no folder' '[ $status -eq 2 ] && told "no folder" && clean'
run --into missing/day feed/*
check 'nor is one made below nothing' '[ $status -eq 2 ] && told missing/day && [ ! -d missing ] && clean'
if [ "$(id -u)" -ne 0 ]; then
	mkdir shut && chmod a-w shut
	run --into shut/day feed/*
	check 'nor where nothing may be written' '[ $status -eq 2 ] && told shut/day && [ ! -d shut/day ] && clean'
fi

mkdir other && cp feed/flood-herald.md other/
run --into twins feed/flood-* other
check 'two articles of one name have two links' \
	'[ $status -eq 0 ] && [ -L twins/01-*/flood-herald.md ] && [ -L twins/01-*/2-flood-herald.md ]'
mkdir odd && for name in 'one
line' 'a	tab' "$(printf 'n\344her')" "it's" '-o' '<b> "q"'; do cp feed/flood-herald.md "odd/$name.md"; done
run --into named odd
check 'odd names break no line' \
	'[ $status -eq 0 ] && [ "$(cut -f 1 out | sort -u)" = "$(ls named)" ] && [ "$(wc -l <out)" -eq 6 ] &&
	grep -qF "\"odd/one\\nline.md\"" out && grep -qF "\"odd/a\\ttab.md\"" out'
check 'and have links' '[ "$(find named -type l -exec test -s {} \; -exec echo . \; | wc -l)" -eq 6 ] && [ -L named/01-*/n_her.md ]'
"$jibe" report -q --format json named/01-* >report.json 2>err
status=$?
check 'which cluster.yml can name' '[ $status -eq 0 ] && [ "$(grep -c "\"path\": \"named/" report.json)" -eq 6 ]'
echo 'Snow fell on the hills of Orle.' | "$jibe" cluster --into piped - feed/chess >out 2>err
status=$?
check 'standard input has no place to link to' '[ $status -eq 2 ] && told "standard input" && [ ! -e piped ] && clean'

run -o list.json feed/*
check 'a file whose name says JSON' '[ $status -eq 0 ] && [ ! -s out ] && grep -q jibe.cluster/1 list.json'
check 'which tells the same names' '[ "$(sed -n "s/.*\"name\": \"\([0-9].*\)\",/\1/p" list.json)" = "$(cut -f 1 first | sort -u | grep -v alone)" ]'
check 'and the same paths' \
	'[ "$(sed -n "s/.*\"path\": \"\(.*\)\",/\1/p" list.json)" = "$(cut -f 2 first)" ] &&
	grep -A 3 "\"alone\"" list.json | grep -q feed/chess && [ "$(grep -c "\"central\": \"feed/" list.json)" -eq 4 ]'
run -o feed/chess feed/*
check 'never over an article' '[ $status -eq 2 ] && told "one of the inputs" && grep -q Marn feed/chess'
run --into late feed/* feed/nothing.txt
check 'an article that cannot be read leaves the others sorted' \
	'[ $status -eq 2 ] && told feed/nothing.txt && [ "$(ls late | wc -l)" -eq 5 ] && cmp -s out first'

echo "1..$number"
[ $failures -eq 0 ]
