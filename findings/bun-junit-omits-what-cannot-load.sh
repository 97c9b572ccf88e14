#!/usr/bin/env bash
# What:         the JUnit report of `bun test` says nothing of a test file that cannot be loaded
# Versions:     bun 1.4.5 (@oven/bun-linux-x64)
# A good guess: the report has a suite for each file, so a file that throws or does not resolve is a failed or errored suite in it
# Seen:         two files, of which one imports what is not there: the report has the other alone, with `failures="0"` at its root; the error is counted
#               on stderr only ("1 error"), and in the exit code
# Matters:      a reader of reports that compares names of tests sees a file vanish, or nothing at all where the file is new
# Live with it: read the closing lines on stderr beside the report, and count an error as a failed test of its own
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @oven/bun-linux-x64@1.4.5
bun=node_modules/@oven/bun-linux-x64/bin/bun
echo 'import { expect, test } from "bun:test"; test("a", () => expect(1).toBe(1));' > a.test.ts
echo 'import { gone } from "./gone.ts"; import { test } from "bun:test"; test("b", () => gone());' > b.test.ts
code=0
"$bun" test --reporter=junit --reporter-outfile=out.xml > out.txt 2> err.txt || code=$?

want 'exit code' 1 "$code"
want 'files in the report' 'a.test.ts' "$(grep -o 'name="[ab].test.ts"' out.xml | sort -u | cut -d'"' -f2 | tr '\n' ' ' | sed 's/ $//')"
want 'failures at the root' 'failures="0"' "$(grep '<testsuites' out.xml | grep -o 'failures="[0-9]*"')"
want 'errors on stderr' '1 error' "$(grep -oE '[0-9]+ errors?$' err.txt | head -1)"
