#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes HTML reports and tests them in headless Chromium, telling it as TAP.
# usage: run.sh JIBE ROOT [PART OF A TEST'S NAME]
#
# Needs node, chromium ($CHROMIUM names another), and playwright-core and axe-core in web/ beside JIBE ($JIBE_WEB_MODULES
# names another folder); `./dev test` puts them there. Whatever is missing: the tests are skipped. JIBE_WEB_KEEP=FOLDER
# keeps the reports.
set -u

jibe=${1:?usage: run.sh JIBE ROOT [PART]}
root=${2:?usage: run.sh JIBE ROOT [PART]}
jibe=$(cd "$(dirname "$jibe")" && pwd)/$(basename "$jibe")
root=$(cd "$root" && pwd)
here=$root/tests/web

skip() {
	echo "1..0 # SKIP $*"
	exit 0
}

# The first of these that is there.
find_chromium() {
	for one in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome \
		'/Applications/Chromium.app/Contents/MacOS/Chromium' '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
		command -v "$one" && return 0
	done
	return 1
}

command -v node >/dev/null 2>&1 || skip 'node is not there'
CHROMIUM=$(find_chromium) || skip 'chromium is not there'
JIBE_WEB_MODULES=${JIBE_WEB_MODULES:-$(dirname "$jibe")/web}
[ -d "$JIBE_WEB_MODULES/node_modules/playwright-core" ] && [ -d "$JIBE_WEB_MODULES/node_modules/axe-core" ] ||
	skip "playwright-core and axe-core are not in $JIBE_WEB_MODULES (./dev test installs them)"

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# Nothing of this user's, and nothing left behind.
unset JIBE_CONFIG NODE_OPTIONS NODE_PATH
export CHROMIUM JIBE_WEB_MODULES JIBE_DATA="$root" HOME="$work/home" XDG_CONFIG_HOME="$work/home" XDG_CACHE_HOME="$work/home"
export TMPDIR="$work/tmp" JIBE_WEB_REPORTS="${JIBE_WEB_KEEP:-$work/reports}" TZ=UTC LC_ALL=C.UTF-8
mkdir -p "$work/home" "$work/tmp" "$JIBE_WEB_REPORTS" || exit 2

# report NAME COMMAND PATH...: NAME.html, and NAME.json, which tells what must be in it
report() {
	name=$1
	shift
	if ! (cd "$work" && "$jibe" "$@" --quiet --fail-on never --format "html=$JIBE_WEB_REPORTS/$name.html" \
		--format "json=$JIBE_WEB_REPORTS/$name.json"); then
		echo "Bail out! the report $name could not be made"
		exit 1
	fi
}

ln -s "$root/fixtures" "$work/fixtures" || exit 2
for count in 1 2 14 50; do
	node "$here/make-story.mjs" $count "$work/story-$count" || exit 2
	report "story-$count" report "story-$count"
done
# Without its cluster.yml no article has a date.
mkdir "$work/undated" && cp "$work/story-14"/*.txt "$work/undated" || exit 2
report undated report undated
node "$here/make-hostile.mjs" "$work/hostile" || exit 2
report hostile report hostile
report flood report fixtures/flood
report talks report fixtures/talks
report check check fixtures/flood/standard.txt --against fixtures/flood/wire.txt --against fixtures/flood/gazette.txt
node "$here/main.mjs" "${3:-}"
