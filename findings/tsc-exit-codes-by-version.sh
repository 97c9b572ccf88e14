#!/usr/bin/env bash
# What:         the exit code of tsc for one type error depends on the version and on how it is called
# Versions:     typescript 5.9.3, 6.0.3, 7.0.2 (npm)
# A good guess: 1 means that nothing was written, 2 that output was written in spite of errors, in every version and mode
# Seen:         `--noEmit` gives 2, 2, 1; `-b` gives 1, 1, 2; a plain run 2 in all; `tsc ok.ts` beside a tsconfig.json passes in 5.9
#               and fails in 6.0 and 7.0 (TS5112) though ok.ts has no error
# Matters:      scripts that tell "type error" from "tool failed" by the code, and hooks that pass file names, break on an upgrade
# Live with it: test for 0 and not 0 only, read `error TSnnnn` lines, and pass `-p` with a config instead of file names
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
echo 'export const a: string = 1;' > a.ts
echo 'export const ok = 1;' > ok.ts
codes() { # VERSION: --noEmit, plain, --noEmitOnError, -b, a file without error beside a tsconfig.json
  rm -rf node_modules out tsconfig.tsbuildinfo
  npm install --silent --no-save --no-package-lock "typescript@$1"
  echo '{ "compilerOptions": { "module": "nodenext", "target": "es2022", "types": [], "outDir": "out" }, "files": ["a.ts"] }' > tsconfig.json
  for call in '--noEmit -p .' '-p .' '-p . --noEmitOnError' '-b' 'ok.ts --outDir out2'; do
    code=0
    node_modules/.bin/tsc $call > log 2>&1 || code=$?
    printf '%s ' "$code"
  done
}
want 'typescript 5.9.3' '2 2 1 1 0 ' "$(codes 5.9.3)"
want 'typescript 6.0.3' '2 2 1 1 1 ' "$(codes 6.0.3)"
want 'typescript 7.0.2' '1 2 1 2 1 ' "$(codes 7.0.2)"
