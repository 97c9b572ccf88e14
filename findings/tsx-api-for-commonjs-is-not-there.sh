#!/usr/bin/env bash
# What:         the CommonJS entry of `tsx/esm/api` loads, and its register() asks for a file that the package does not hold
# Versions:     tsx 4.23.15 (npm), Node 20
# A good guess: a package whose `exports` give `tsx/esm/api` to `require` and to `import` works by both
# Seen:         import: TypeScript is loaded; require: ERR_MODULE_NOT_FOUND for dist/esm/api/esm/index.mjs
# Matters:      a worker started from a string (`eval: true`) is CommonJS: there the loader has to be registered by hand
# Live with it: resolve the entry as `import` does (`import.meta.resolve('tsx/esm/api')`), and import that URL in the worker
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts tsx@4.23.15
printf 'export const kind: string = "typescript";\n' > typed.ts
printf 'import { register } from "tsx/esm/api";\nregister();\nconsole.log((await import("./typed.ts")).kind);\n' > by-import.mjs
printf 'require("tsx/esm/api").register();\nimport("./typed.ts").then(({ kind }) => console.log(kind), (e) => console.log(e.code));\n' > by-require.cjs
want 'by import' typescript "$(node by-import.mjs)"
seen=$(node by-require.cjs 2>&1 || true)
want 'by require' ERR_MODULE_NOT_FOUND "$(grep -o 'ERR_MODULE_NOT_FOUND\|^typescript' <<< "$seen" | head -1)"
want 'the file it asks for' 'dist/esm/api/esm/index.mjs' "$(grep -o 'dist/esm/api/esm/index.mjs' <<< "$seen" | head -1)"
