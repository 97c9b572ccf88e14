#!/usr/bin/env bash
# What:         Next's add-missing-react-import writes `import React, * as React from 'react'`, and jscodeshift counts the file as a success
# Versions:     @next/codemod 16.4.3, jscodeshift 17.4.0, typescript 5.9.3
# A good guess: a file that has `import * as React` is not missing React; and a runner that parses every file notices a print that is no program
# Seen:         the default import is set beside the namespace of the same name, which is declared twice then; "1 ok", "0 errors", exit code 0
# Matters:      22 files of one public repository of examples stop compiling by a run that reports no error
# Live with it: parse what a transform has printed before it is written, and look for names that are declared twice
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock --ignore-scripts --legacy-peer-deps @next/codemod@16.4.3 jscodeshift@17.4.0 typescript@5.9.3
printf "import * as React from 'react';\n\nexport const Box = React.memo(() => <b />);\n" > box.tsx
code=0
npx jscodeshift -t node_modules/@next/codemod/transforms/add-missing-react-import.js --parser=tsx --extensions=tsx box.tsx > said.txt 2>&1 || code=$?
want 'what it wrote' "import React, * as React from 'react';" "$(head -1 box.tsx)"
want 'what it said' '0 errors, 1 ok' "$(grep -o '0 errors' said.txt), $(grep -o '1 ok' said.txt)"
want 'exit code' '0' "$code"
want 'the compiler' 'error TS2300: Duplicate identifier' "$(npx tsc --noEmit --jsx preserve --skipLibCheck box.tsx | grep -o 'error TS2300: Duplicate identifier' | head -1)"
