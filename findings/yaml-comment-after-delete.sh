#!/usr/bin/env bash
# What:         what becomes of the comment above a key that is deleted depends on where the key stands
# Versions:     yaml 2.9.1 (npm)
# A good guess: the comment above a key goes with the key, and a licence at the top of the file stays
# Seen:         first key of the file: comment and licence are both deleted; first key of a nested map: the comment stays and
#               now stands above the next key; any later key: the comment goes with its key
# Matters:      a tool that edits workflows or manifests loses licences, or leaves a warning above the wrong job
# Live with it: move `commentBefore` by hand before a delete, or cut the lines of the key out of the text by its range
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock yaml@2.9.1
cat > t.cjs <<'E'
const { parseDocument } = require('yaml');
const without = (text, ...path) => {
  const document = parseDocument(text);
  document.deleteIn(path);
  return document.toString().trim().replaceAll('\n', ' | ');
};
console.log(without('# licence\n\n# about a\na: 1\nb: 2\n', 'a'));
console.log(without('jobs:\n  # about a\n  a: 1\n  b: 2\n', 'jobs', 'a'));
console.log(without('a: 1\n# about b\nb: 2\nc: 3\n', 'b'));
E
node t.cjs > out
want 'first key of the file, below a licence' 'b: 2' "$(sed -n 1p out)"
want 'first key of a nested map' 'jobs: |   # about a |   b: 2' "$(sed -n 2p out)"
want 'a later key' 'a: 1 | c: 3' "$(sed -n 3p out)"
