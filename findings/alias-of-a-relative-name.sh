#!/usr/bin/env bash
# What:         an alias for `./config.js` replaces a text and not a module, in Rollup's plugin and in webpack; esbuild takes no such key
# Versions:     esbuild 0.28.2, rollup 4.53.3 with @rollup/plugin-alias 6.0.0, webpack 5.103.0
# A good guess: an alias names a module, so the module is replaced wherever it is imported from; or a relative key is read from some folder
# Seen:         of `./config.js` in src/main.js and `../config.js` in src/deep/main.js, which are one module, the key `./config.js` replaces the
#               first alone and `../config.js` the second alone; `./src/config.js` replaces neither; esbuild ends with an error
# Matters:      moving an import into another folder changes its text, so that a replaced module becomes the real one in a test or a bundle,
#               without an error
# Live with it: look for keys that begin like a relative name before a file that imports such a module moves
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm init -y > /dev/null
npm pkg set type=module
npm install --silent --no-audit --no-fund esbuild@0.28.2 rollup@4.53.3 @rollup/plugin-alias@6.0.0 webpack@5.103.0
mkdir -p src/deep
echo 'export const url = "real";' > src/config.js
echo 'export const url = "fake";' > src/fake.js
echo 'import { url } from "./config.js"; console.log(url);' > src/main.js
echo 'import { url } from "../config.js"; console.log(url);' > src/deep/main.js

want 'esbuild' 'Invalid alias name: "./config.js"' \
  "$(npx esbuild src/main.js --bundle --alias:./config.js=./src/fake.js 2>&1 | grep -o 'Invalid alias name.*' | head -1)"

cat > rollup.mjs <<'JS'
import { resolve } from 'node:path';
import alias from '@rollup/plugin-alias';
import { rollup } from 'rollup';
const plugins = [alias({ entries: { [process.argv[3]]: resolve('src/fake.js') } })];
const bundle = await rollup({ input: process.argv[2], plugins });
const { output } = await bundle.generate({ format: 'es' });
console.log(/real|fake/.exec(output[0].code)[0]);
JS
want 'rollup, the same text' 'fake' "$(node rollup.mjs src/main.js ./config.js)"
want 'rollup, the same module' 'real' "$(node rollup.mjs src/deep/main.js ./config.js)"

cat > webpack.cjs <<'JS'
const { resolve } = require('node:path');
const [entry, key] = process.argv.slice(2);
require('webpack')(
  {
    mode: 'none',
    entry: resolve(entry),
    output: { path: resolve('out') },
    resolve: { alias: { [key]: resolve('src/fake.js') } },
  },
  (error, stats) => {
    if (error || stats.hasErrors()) throw error ?? new Error(stats.toString());
    console.log(/"(real|fake)"/.exec(require('node:fs').readFileSync('out/main.js', 'utf8'))[1]);
  },
);
JS
want 'webpack, the same text' 'fake' "$(node webpack.cjs ./src/main.js ./config.js)"
want 'webpack, the same module' 'real' "$(node webpack.cjs ./src/deep/main.js ./config.js)"
want 'webpack, its own text' 'fake' "$(node webpack.cjs ./src/deep/main.js ../config.js)"
want 'webpack, from the root' 'real' "$(node webpack.cjs ./src/main.js ./src/config.js)"
