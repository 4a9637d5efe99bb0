#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Tagger and parser at the command line: CoNLL-U through a pipe, and a model that is missing or broken.
# usage: syntax.sh JIBE ROOT
set -u

jibe=${1:?usage: syntax.sh JIBE ROOT}
root=${2:?usage: syntax.sh JIBE ROOT}
jibe=$(cd "$(dirname "$jibe")" && pwd)/$(basename "$jibe")
root=$(cd "$root" && pwd)

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
export JIBE_DATA="$root" TZ=UTC LC_ALL=C.UTF-8 TERM=dumb NO_COLOR=1 HOME="$work"
unset JIBE_PAGER PAGER
cd "$work" || exit 2
mkdir bare broken
for data in bare broken; do cp -R "$root/rules" $data/ && rm -f $data/rules/en/syntax.model; done
model=$root/rules/en/syntax.model
if [ -f "$model" ]; then head -c 5000 "$model" >broken/rules/en/syntax.model; else echo none >broken/rules/en/syntax.model; fi

number=0
failures=0
check() { # NAME EXPRESSION
	number=$((number + 1))
	if eval "$2"; then
		echo "ok $number - $1"
	else
		failures=$((failures + 1))
		echo "not ok $number - $1"
		{ echo "status $status" && cat err && head -n 20 out; } | sed 's/^/# /'
	fi
}
run() {
	"$jibe" "$@" >out 2>err
	status=$?
}
told() { grep -qF -- "$1" err; }
columns() { grep "$(printf '^[0-9]*\t')" "$1" | cut -f "$2"; }

printf 'The port was sold on Monday.\n' >a.txt
printf '1\tShe\t_\n2\tslept\n\n' >two.conllu

JIBE_DATA=$work/bare
run --version
check 'the version tells that there is no model' '[ $status -eq 0 ] && grep -qFx "syntax: none (surface rules alone)" out'
run inspect a.txt
check 'articles are read without one' '[ $status -eq 0 ] && grep -q "was sold" out && [ ! -s err ]'
run inspect --conllu two.conllu
check 'CoNLL-U is not' '[ $status -eq 2 ] && [ ! -s out ] && told "bare/rules/en/syntax.model: error: there is no model"'
run inspect --tree a.txt
check 'neither are trees' '[ $status -eq 2 ] && [ ! -s out ] && told "bare/rules/en/syntax.model: error: there is no model"'

JIBE_DATA=$work/broken
for command in 'inspect --conllu two.conllu' 'inspect --tree a.txt' 'inspect a.txt' --version; do
	run $command
	check "a broken model is an error of jibe $command" '[ $status -eq 2 ] && told "broken/rules/en/syntax.model: error: "'
done

JIBE_DATA=$root
if ! [ -f "$model" ]; then
	echo "1..$number # the rest needs rules/en/syntax.model"
	[ $failures -eq 0 ]
	exit
fi

run --version
check 'the version tells the model' '[ $status -eq 0 ] && grep -q "^syntax: model, ." out'

run inspect --conllu two.conllu
check 'words in, tags and a tree out' '[ $status -eq 0 ] && [ "$(columns out 1,2,3,4 | tr "\t\n" " ;")" = "1 She she PRON;2 slept sleep VERB;" ]'
cp out plain

# Nothing but numbers and forms counts.
printf '# one\n1-2\tSheslept\t_\n1\tShe\tx\tX\tX\tx=y\t2\tdep\t1:x\tSpaceAfter=No\n2\tslept\tx\tX\tX\t_\t0\troot\t_\t_\n2.1\tx\n\n' >wrong.conllu
run inspect --conllu wrong.conllu
columns plain 1-9 >expected && columns out 1-9 >got
check 'other columns do not matter' '[ $status -eq 0 ] && cmp -s expected got'
check 'comments, ranges, empty nodes and the last column pass through' \
	'[ "$(sed -n "1p;2p;5p" out)" = "$(sed -n "1p;2p;5p" wrong.conllu)" ] && [ "$(columns out 10)" = "$(printf "SpaceAfter=No\n_")" ]'

run inspect --conllu - <two.conllu
check 'standard input by its name' 'cmp -s out plain'
sed 's/$/\r/; 1s/^/\xEF\xBB\xBF/' two.conllu >windows.conllu
run inspect --conllu windows.conllu
check 'line ends and mark of Windows' '[ $status -eq 0 ] && cmp -s out plain'
printf '1\tShe\n2\tslept' >unfinished.conllu
run inspect --conllu unfinished.conllu
check 'a last line without its end' '[ $status -eq 0 ] && cmp -s out plain'
: >empty
run inspect --conllu empty
check 'nothing in, nothing out' '[ $status -eq 0 ] && [ ! -s out ] && [ ! -s err ]'
run inspect --conllu -o result two.conllu
check 'into a file' '[ $status -eq 0 ] && [ ! -s out ] && cmp -s result plain'
run inspect --conllu -o two.conllu two.conllu
check 'never over what was read' '[ $status -eq 2 ] && [ "$(wc -l <two.conllu)" -eq 3 ]'

{ cat two.conllu && printf '1\tShe\n3\tslept\n'; } >gap.conllu
run inspect --conllu gap.conllu
check 'a mistake has a place' '[ $status -eq 2 ] && told "gap.conllu:5:1: error: expected the number 2" && cmp -s out plain'
run inspect --conllu -o result gap.conllu
check 'an old file stays then' '[ $status -eq 2 ] && cmp -s result plain'

{ awk 'BEGIN { for (i = 1; i <= 401; i++) printf "%d\tport\n", i; print "" }' && cat two.conllu; } >long.conllu
run inspect --conllu long.conllu
columns out 4,7,8 | head -n 401 | sort -u >got
check 'a very long sentence hangs on its first word' \
	'[ $status -eq 0 ] && [ "$(tr "\t\n" " ;" <got)" = "X 0 root;X 1 dep;" ] && told "1 sentence of more than 400 words"'
check 'and the next one is parsed' '[ "$(tail -n 3 out)" = "$(cat plain)" ]'
run inspect --conllu -q long.conllu
check 'quietly' '[ $status -eq 0 ] && [ ! -s err ]'

echo "1..$number"
[ $failures -eq 0 ]
