#!/usr/bin/env bash
# What:         @ast-grep/napi takes `transform.rewrite` and `rewriters` without a word, and the transformed text is empty
# Versions:     @ast-grep/napi 0.51.2 (npm), ast-grep-cli 0.51.1 (PyPI)
# A good guess: a rule that the command line runs gives the same text by `getTransformed`, or an error where the addon cannot do it
# Seen:         the command writes `f(g(a), g(b))`; the addon gives '' with the rewriters and without them; an unknown transform does throw
# Matters:      a program that fills its own template from it deletes what was matched, and the result still parses
# Live with it: refuse rules with `rewriters` or `rewrite` before running them by the addon
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm init -y > /dev/null && npm i --silent --no-audit --no-fund @ast-grep/napi@0.51.2
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check ast-grep-cli==0.51.1
cat > rule.yml <<'RULE'
id: wrap
language: js
rule: { pattern: f($$$A) }
rewriters:
  - id: each
    rule: { pattern: $X, kind: identifier }
    fix: g($X)
transform: { B: { rewrite: { source: $$$A, rewriters: [each], joinBy: ", " } } }
fix: f($B)
RULE
echo 'f(a, b)' > a.js
venv/bin/ast-grep scan -r rule.yml -U > /dev/null 2>&1
want 'command' 'f(g(a), g(b))' "$(cat a.js)"
cat > addon.cjs <<'CODE'
const { parse } = require('@ast-grep/napi');
const root = parse('JavaScript', 'f(a, b)').root();
const rewriters = [{ id: 'each', rule: { pattern: '$X', kind: 'identifier' }, fix: 'g($X)' }];
const by = (transform, more) => {
  try {
    return JSON.stringify(root.find({ rule: { pattern: 'f($$$A)' }, transform: { B: transform }, ...more }).getTransformed('B'));
  } catch {
    return 'throws';
  }
};
const rewrite = { source: '$$$A', rewriters: ['each'], joinBy: ', ' };
console.log([by({ rewrite }, { rewriters }), by({ rewrite }, {}), by({ unknown: rewrite }, {})].join(' '));
CODE
want 'addon: with rewriters, without, unknown' '"" "" throws' "$(node addon.cjs)"
