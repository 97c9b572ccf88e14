#!/usr/bin/env bash
# What:         compiled to CommonJS, an exported function can be replaced on the module object, and the same function passed on by `export … from` cannot
# Versions:     typescript 5.9.3 and 7.0.2 (npm), node:test of the Node that runs it (seen with 20.20.2)
# A good guess: `export function f` in a file and `export { f } from './part'` in its place are one interface: same names, same types, same values
# Seen:         the first is a plain property; the second a getter without a setter, which an earlier `exports.f = void 0` leaves configurable:
#               an assignment and `mock.method` throw, and what knows of getters can redefine it
# Matters:      a module that is divided behind a facade keeps every import and every type, and breaks each test that spies on its exports
# Live with it: look for `spyOn`, `stub`, `mock.method` and assignments to a module object before a file becomes a facade
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
cat > part.ts <<'CODE'
export function f(): number { return 1; }
CODE
cp part.ts whole.ts
echo 'export { f } from "./part";' > facade.ts
cat > see.cjs <<'CODE'
const { mock } = require('node:test');
const kind = (name) => {
  const module = require(name);
  const { configurable, get } = Object.getOwnPropertyDescriptor(module, 'f');
  const attempt = (act) => { try { act(); return 'works'; } catch { return 'throws'; } };
  const set = attempt(() => { 'use strict'; module.f = module.f; });
  const spied = attempt(() => mock.method(module, 'f', () => 7));
  return `${get ? 'getter' : 'value'} configurable=${configurable} assignment ${set} mock.method ${spied}`;
};
console.log(kind('./whole.js') + ' | ' + kind('./facade.js'));
CODE
for version in 5.9.3 7.0.2; do
  rm -rf node_modules package*.json ./*.js
  npm init -y > /dev/null && npm i --silent --no-audit --no-fund "typescript@$version"
  npx tsc --module commonjs --target es2022 whole.ts facade.ts
  want "typescript $version" 'value configurable=true assignment works mock.method works | getter configurable=true assignment throws mock.method throws' "$(node see.cjs)"
done
