#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a Criterion program and fails on what Criterion lets pass: a leak found after the test reported success, and
# whatever else a sanitizer writes. Sanitizers write to files, and any file is a failure.
# usage: run-criterion.sh PROGRAM [ARGUMENT...]
set -u

dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
trap 'exit 2' HUP INT TERM

for name in ASAN LSAN UBSAN; do
	eval "old=\${${name}_OPTIONS:-}"
	eval "export ${name}_OPTIONS=\"\${old:+\$old:}log_path=$dir/report\""
done

"$@" --tap
status=$?
for report in "$dir"/report*; do
	[ -e "$report" ] || continue
	echo "not ok - $(basename "$1"): a sanitizer's report"
	sed 's/^/# /' "$report"
	status=1
done
exit $status
