#!/usr/bin/env bash
# What:         which names an ES module can import from a CommonJS facade depends on how the facade is spelled
# Versions:     cjs-module-lexer 2.3.0 (npm), and node as installed, which bundles one
# A good guess: `import { f } from './facade.cjs'` works whenever `require('./facade.cjs').f` does
# Seen:         node reads the text, not the value: an object literal is read up to the first computed value, `Object.assign`
#               and loops give nothing, a getter counts as `function () { return a.f }` and not as an arrow function
# Matters:      a CommonJS file divided behind a facade passes every `require` and breaks the ES modules that import names
# Live with it: write `exports.f = …` one name a line, `{ ...require('./a') }`, or `const { f } = …; module.exports = { f }`
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock cjs-module-lexer@2.3.0
echo "with: node $(node --version)"
echo "exports.f = 1; exports.g = 2;" > a.cjs
cat > t.mjs <<'E'
import { writeFileSync } from 'node:fs';
import * as lexer from 'cjs-module-lexer';
if (lexer.init) await lexer.init();
let n = 0;
for (const text of [
  "const a = require('./a.cjs'); module.exports = { f: a.f, g: a.g };",
  "const { f, g } = require('./a.cjs'); module.exports = { f, g };",
  "module.exports = { ...require('./a.cjs') };",
  "Object.assign(module.exports, require('./a.cjs'));",
  "const a = require('./a.cjs'); for (const k of ['f', 'g']) exports[k] = a[k];",
  "const a = require('./a.cjs'); Object.defineProperty(exports, 'f', { enumerable: true, get: () => a.f });",
  "const a = require('./a.cjs'); Object.defineProperty(exports, 'f', { enumerable: true, get: function () { return a.f } });",
]) {
  const file = `./m${n++}.cjs`;
  writeFileSync(file, text);
  const names = Object.keys(await import(file)).filter((name) => name === 'f' || name === 'g');
  const seen = lexer.parse(text);
  console.log([names.join('') || '-', [...seen.exports].join('') + (seen.reexports.length ? '*' : '') || '-'].join(' '));
}
E
node t.mjs > out
want '{ f: a.f, g: a.g } (node, lexer)' 'f f' "$(sed -n 1p out)"
want 'destructured first, then { f, g }' 'fg fg' "$(sed -n 2p out)"
want 'spread of require (* all of it)' 'fg *' "$(sed -n 3p out)"
want 'Object.assign' '- -' "$(sed -n 4p out)"
want 'a loop' '- -' "$(sed -n 5p out)"
want 'getter, arrow function' '- -' "$(sed -n 6p out)"
want 'getter, function' 'f f' "$(sed -n 7p out)"
