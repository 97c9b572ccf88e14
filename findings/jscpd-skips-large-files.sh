#!/usr/bin/env bash
# What:         a gate on duplication does not read files of 1,000 lines and more, and says nothing
# Versions:     jscpd 4.0.5 and 5.3.2 (npm)
# A good guess: `jscpd .` compares all source files; what is left out is named, or at least counted
# Seen:         4.0.5: two equal files of 1,100 lines give an empty report and exit 0, with a threshold of 0 too; cut to 900 lines each they are
#               found. 5.3.2 finds both, as `--max-lines` means something else there
# Matters:      the largest files hold the most copies; dividing one makes clones "appear", and the split is blamed
# Live with it: set `maxLines` and `maxSize` far above the largest file (4.x), and expect new findings on the way to 5.x
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
for i in $(seq 1100); do echo "export function f$i(a) { const x = a * $i; return x + $i - a; }"; done > large.js
clones() { # VERSION LINES: clones found, exit code with threshold 0
  rm -rf node_modules src && mkdir src
  npm install --silent --no-save --no-package-lock "jscpd@$1"
  head -n "$2" large.js > src/a.js && cp src/a.js src/b.js
  code=0
  node_modules/.bin/jscpd --threshold 0 --silent src > log 2>&1 || code=$?
  node_modules/.bin/jscpd src > log 2>&1 || true
  found=$(sed 's/\x1b\[[0-9;]*m//g' log | sed -n 's/.*Found \([0-9]*\) clones.*/\1/p' | tail -1)
  echo "${found:-no} clones, exit $code"
}
want 'jscpd 4.0.5, 1100 lines' 'no clones, exit 0' "$(clones 4.0.5 1100)"
want 'jscpd 4.0.5, 900 lines' '1 clones, exit 1' "$(clones 4.0.5 900)"
want 'jscpd 5.3.2, 1100 lines' '1 clones, exit 1' "$(clones 5.3.2 1100)"
