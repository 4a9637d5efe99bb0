#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What jibe does only on a terminal: pager, progress, links, colours. A pseudo-terminal comes from script(1).
# usage: terminal.sh JIBE ROOT
set -u

jibe=${1:?usage: terminal.sh JIBE ROOT}
root=${2:?usage: terminal.sh JIBE ROOT}
jibe=$(cd "$(dirname "$jibe")" && pwd)/$(basename "$jibe")
root=$(cd "$root" && pwd)

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

unset JIBE_CONFIG JIBE_PAGER PAGER LESS COLUMNS LINES NO_COLOR TMUX STY TERM_PROGRAM VTE_VERSION KITTY_WINDOW_ID \
	WT_SESSION KONSOLE_VERSION DOMTERM JIBE_PROGRESS_DELAY
export JIBE_DATA="$root" TZ=UTC LC_ALL=C.UTF-8 TERM=xterm-256color HOME="$work"
cd "$root/fixtures" || exit 2

# on_terminal ROWS COMMAND: what the terminal gets, with "status N" at the end
on_terminal() {
	printf 'stty rows %s cols 100 -onlcr\n%s\necho "status $?"\n' "$1" "$2" >"$work/command"
	script -qec "sh '$work/command'" /dev/null </dev/null
}

number=0
failures=0
# check NAME EXPRESSION: true
check() {
	number=$((number + 1))
	if eval "$2"; then
		echo "ok $number - $1"
	else
		failures=$((failures + 1))
		echo "not ok $number - $1"
		head -c 2000 "$work/out" | cat -v | sed 's/^/# /'
	fi
}
has() { grep -qF -- "$1" "$work/out"; }
lines() { [ "$(wc -l <"$work/out")" -eq "$1" ]; }
escape=$(printf '\033')

if [ "$(script -qec 'echo works' /dev/null </dev/null 2>/dev/null | tr -d '\r')" != works ]; then
	echo '1..0 # SKIP there is no script(1) that makes a terminal'
	exit 0
fi

on_terminal 10 "JIBE_PAGER='sed s/^/paged:/' '$jibe' flood" >"$work/out"
check 'a long report goes through the pager' 'has paged: && has "status 0"'
on_terminal 10 "JIBE_PAGER= PAGER='sed s/^/paged:/' '$jibe' flood" >"$work/out"
check 'an empty JIBE_PAGER means none' '! has paged: && has "Nothing was looked up" && has "status 0"'
on_terminal 10 "PAGER='sed s/^/paged:/' '$jibe' flood --no-pager" >"$work/out"
check '--no-pager means none' '! has paged: && has "Nothing was looked up"'
on_terminal 10 "PAGER=cat '$jibe' flood" >"$work/out"
check 'cat means none' 'has "Nothing was looked up" && has "status 0"'
on_terminal 500 "PAGER='sed s/^/paged:/' '$jibe' flood" >"$work/out"
check 'what fits is not paged' '! has paged: && has "Nothing was looked up"'
on_terminal 10 "PAGER='sed s/^/paged:/' '$jibe' -f json flood" >"$work/out"
check 'JSON is not paged' '! has paged: && has jibe.report/1'
on_terminal 10 "PAGER='sed s/^/paged:/' '$jibe' -f diff flood" >"$work/out"
check 'diff is paged' 'has paged:'
on_terminal 10 "PAGER='sed s/^/paged:/' '$jibe' flood | tail -n 1" >"$work/out"
check 'a pipe is not paged' '! has paged: && has "Nothing was looked up" && ! has "$escape"'
on_terminal 10 "PAGER='head -n 2' '$jibe' flood --all --fail-on error" >"$work/out"
check 'leaving the pager early changes no status' 'lines 3 && has "status 1"'
on_terminal 10 "PAGER='exit 3 #' '$jibe' flood" >"$work/out"
check 'nor does the status of the pager' 'has "status 0"'
on_terminal 10 "PAGER='./no-such-pager' '$jibe' flood" >"$work/out"
check 'a pager that cannot be started is none' 'has "cannot start the pager" && has "Nothing was looked up" && has "status 0"'
on_terminal 10 "PAGER='./no-such-pager' '$jibe' flood | cat; PAGER='./no-such-pager' '$jibe' flood" >"$work/out"
check 'and the report is shown once' 'has "No such file or directory" && [ "$(grep -c "Nothing was looked up" "$work/out")" -eq 2 ]'
on_terminal 10 "PAGER='sed s/^/paged:/; exit 127 #' '$jibe' flood" >"$work/out"
check 'nor is it shown again when a pager ends with 127' '[ "$(grep -c "Nothing was looked up" "$work/out")" -eq 1 ] && has "ended with status 127" && has "status 0"'
printf '#!/bin/sh\nsed s/^/paged:/\nexit 127\n' >"$work/pager" && chmod +x "$work/pager"
on_terminal 10 "PAGER='$work/pager' '$jibe' flood" >"$work/out"
check 'whether or not by a shell' '[ "$(grep -c "Nothing was looked up" "$work/out")" -eq 1 ] && ! has "ended with" && has "status 0"'
on_terminal 10 "PAGER='sed s/^/paged:/' '$jibe' flood -f term=/dev/stdout" >"$work/out"
check '/dev/stdout is paged like standard output' 'has paged:'
on_terminal 10 "TERM=dumb PAGER='sed s/^/paged:/' '$jibe' flood" >"$work/out"
check 'a dumb terminal has no pager and no colours' '! has paged: && ! has "$escape" && has "status 0"'
on_terminal 10 "PAGER='echo LESS=\$LESS; true' '$jibe' flood" >"$work/out"
check 'LESS is set for less' 'has LESS=FRX'
on_terminal 10 "PAGER='echo LESS=\$LESS; true' LESS=S '$jibe' flood" >"$work/out"
check 'a LESS that is set stays' 'has "LESS=S"'

on_terminal 99 "VTE_VERSION=7006 '$jibe' --no-pager flood" >"$work/out"
check 'a terminal that knows links gets them' 'has "]8;;file://" && has "/fixtures/flood/gazette.txt#9$escape"'
on_terminal 99 "'$jibe' --no-pager flood" >"$work/out"
check 'another does not' '! has "]8;;" && has "$escape[1m"'
on_terminal 99 "VTE_VERSION=7006 TMUX=x '$jibe' --no-pager flood" >"$work/out"
check 'nor does tmux' '! has "]8;;"'
on_terminal 99 "VTE_VERSION=7006 NO_COLOR=1 '$jibe' --no-pager flood" >"$work/out"
check 'nor one without colours' '! has "$escape"'
on_terminal 99 "VTE_VERSION=7006 '$jibe' --no-pager --hyperlinks never flood" >"$work/out"
check '--hyperlinks never' '! has "]8;;"'
on_terminal 9 "VTE_VERSION=7006 PAGER='sed s/^/paged:/' '$jibe' flood" >"$work/out"
check 'a pager that may not know links gets none' 'has paged: && ! has "]8;;"'
"$jibe" --hyperlinks always --color always flood >"$work/out"
check '--hyperlinks always' 'has "]8;;file://"'

on_terminal 99 "JIBE_PROGRESS_DELAY=0 '$jibe' -o /dev/null flood" >"$work/out"
check 'progress is shown and taken away' 'has "comparing 5 articles … reading 3/5" && has "$escape[Kstatus 0"'
on_terminal 99 "JIBE_PROGRESS_DELAY=0 '$jibe' -q -o /dev/null flood" >"$work/out"
check '-q shows none' '! has comparing'
on_terminal 99 "TERM=dumb JIBE_PROGRESS_DELAY=0 '$jibe' -o /dev/null flood" >"$work/out"
check 'a dumb terminal shows none' '! has comparing'
JIBE_PROGRESS_DELAY=0 "$jibe" -o /dev/null flood 2>"$work/out"
check 'nor what is no terminal' '[ ! -s "$work/out" ]'

for words in "pairs" "inspect --ndjson" "inspect flood" "rules test" "rules list"; do
	printf '{"id":1,"text":"Two died.","a":"Two died.","b":"Three died."}\n' >"$work/in.ndjson"
	on_terminal 99 "JIBE_PROGRESS_DELAY=0 '$jibe' $words -o /dev/null <'$work/in.ndjson'" >"$work/out"
	check "nor does $words" '! has comparing && has "status 0"'
done
on_terminal 99 "JIBE_PROGRESS_DELAY=0 '$jibe' -f json=missing/x.json flood" >"$work/out"
check 'it is gone before an error is told' 'has "$escape[Kjibe: cannot write missing/x.json" && has "status 2"'

echo "1..$number"
[ $failures -eq 0 ]
