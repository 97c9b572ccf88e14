#!/usr/bin/env bash
# What:         npm packs the targets of `main`, `bin` and `browser` unasked, but not those of `exports` and `types`
# Versions:     npm-packlist 10.0.4 (npm; the list behind `npm pack`)
# A good guess: all entry points are packed; a package that has moved from `main` to `exports` packs as before
# Seen:         with `files: ["lib"]`, out/main.js, cli.js and br.js are packed; exp.mjs and t.d.ts are not
# Matters:      deleting `main` ("exports is enough today") makes an installed package that cannot be imported; nothing warns
# Live with it: compare the targets of `exports`, `types` and `imports` with `npm pack --dry-run --json` in CI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock npm-packlist@10.0.4
mkdir -p app/lib app/out && cd app
cat > package.json <<'E'
{ "name": "x", "version": "1.0.0", "files": ["lib"],
  "main": "out/main.js", "bin": { "x": "cli.js" }, "browser": "br.js", "exports": "./exp.mjs", "types": "t.d.ts" }
E
touch lib/a.js out/main.js cli.js br.js exp.mjs t.d.ts
cat > ../t.cjs <<'E'
const { readFileSync } = require('node:fs');
const packlist = require('npm-packlist');
const tree = { path: process.cwd(), package: JSON.parse(readFileSync('package.json', 'utf8')), isProjectRoot: true, edgesOut: new Map() };
packlist(tree).then((files) => console.log(files.sort().join(' ')));
E
want 'packed' 'br.js cli.js lib/a.js out/main.js package.json' "$(node ../t.cjs)"
