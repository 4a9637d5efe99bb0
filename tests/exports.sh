#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The library exports what jibe.h declares, and nothing else.
# usage: exports.sh LIBRARY HEADER
set -u

library=${1:?usage: exports.sh LIBRARY HEADER}
header=${2:?usage: exports.sh LIBRARY HEADER}
if ! command -v nm >/dev/null; then
	echo '1..0 # SKIP nm is not there'
	exit 0
fi
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

nm -D --defined-only "$library" | awk '$2 == "T" || $2 == "D" || $2 == "B" || $2 == "R" { print $3 }' |
	LC_ALL=C sort >"$work/exported"
sed -n 's/^JIBE_API [^(]*[ *]\(jibe_[a-z_]*\)(.*/\1/p' "$header" | LC_ALL=C sort >"$work/declared"
echo 1..1
if [ -s "$work/declared" ] && diff "$work/declared" "$work/exported" >"$work/difference"; then
	echo 'ok 1 - exports are what jibe.h declares'
else
	echo 'not ok 1 - exports are what jibe.h declares'
	sed 's/^/# /' "$work/difference"
fi
