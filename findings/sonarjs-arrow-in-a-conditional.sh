#!/usr/bin/env bash
# What:         an arrow function that is an arm of `?:` makes the rest of the function around it more complex for eslint-plugin-sonarjs
# Versions:     eslint 9.39.5, eslint-plugin-sonarjs 4.2.2
# A good guess: `const get = a ? () => 1 : null; if (a) …` is as complex as the same with the arrow function named first: 2
# Seen:         3: the `if` behind it counts as if it stood one level deeper; with the function named first it is 2
# Matters:      a ceiling breaks, or a number rises, by code that only moved; the values of 15 functions of 15 packages differ from a count by the rule's own text
# Live with it: name the function ahead of the condition, or expect one more for each `if` that follows
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock --ignore-scripts eslint@9.39.5 eslint-plugin-sonarjs@4.2.2
cat > eslint.config.mjs <<'CONFIG'
import sonarjs from 'eslint-plugin-sonarjs';
export default [{ plugins: { sonarjs }, rules: { 'sonarjs/cognitive-complexity': ['error', 0] } }];
CONFIG
cat > said.js <<'CODE'
export function apart(a) {
  const one = () => 1;
  const get = a ? one : null;
  if (a) return get;
  return null;
}

export function arm(a) {
  const get = a ? () => 1 : null;
  if (a) return get;
  return null;
}
CODE
npx eslint -f json said.js > said.json || true
of() { # LINE
  node -e 'const [{ messages }] = require("./said.json"); console.log(/from (\d+)/.exec(messages.find((one) => one.line === Number(process.argv[1])).message)[1])' "$1"
}
want 'named first' '2' "$(of 1)"
want 'as an arm' '3' "$(of 8)"
