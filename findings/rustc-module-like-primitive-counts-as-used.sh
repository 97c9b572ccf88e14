#!/usr/bin/env bash
# What:         `use std::str;` is never called unused in a file that has the type `&str`, although nothing there needs the module
# Versions:     rustc 1.95.0 (the toolchain on PATH)
# A good guess: an import of a module that no path goes through is unused, and `unused_imports` says so
# Seen:         a type that is written `str` or `char` counts as a read of the import, then falls back to the primitive; the same import
#               in a file without that type is called unused, and without the import the file compiles as it is
# Matters:      "rustc reports no unused import" does not mean that each import is needed, nor that a file reads anything by a name:
#               tools that remove imports by the lint keep these, and tools that ask the lint who reads a name are told wrongly
# Live with it: leave modules that are called like primitive types out of such questions, or delete the line and compile
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
unused() { # SOURCE
  printf '#![warn(unused_imports)]\n%s\n' "$1" > lib.rs
  rustc --edition 2021 --crate-type lib --error-format short lib.rs 2>&1 | sed -n 's/.*unused import: `\(.*\)`.*/\1/p' | paste -sd' '
}
want 'toolchain' 'rustc 1.95.0' "$(rustc --version | cut -d' ' -f1,2)"
want 'the type is there' '' "$(unused 'use std::str; pub fn f(x: &str) -> usize { x.len() }')"
want 'char too' '' "$(unused "use std::char; pub fn f() -> char { 'a' }")"
want 'the type is not there' 'std::str' "$(unused 'use std::str; pub fn f() {}')"
want 'nothing needs the import' '' "$(unused 'pub fn f(x: &str) -> usize { x.len() }')"
