#!/usr/bin/env bash
# What:         `readme = false` of `[workspace.package]` cannot be inherited
# Versions:     cargo 1.95.0 (any stable of 2026 will do)
# A good guess: `readme = false` means "none" in `[package]`, so a member with `readme.workspace = true` has none either
# Seen:         cargo refuses the member: `workspace.package.readme` was not defined; with a file's name the same member inherits it
# Matters:      a workspace that switches READMEs off in one place does not load at all, and a checker that reads "none" there is wrong
# Live with it: write `readme = false` into each member; read an inherited `false` as an error of the manifest
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
cargo --version
mkdir -p member/src
touch member/src/lib.rs README.md
readme_of() { # VALUE OF THE WORKSPACE, WHAT THE MEMBER SAYS
  printf '[workspace]\nmembers = ["member"]\nresolver = "2"\n\n[workspace.package]\nreadme = %s\n' "$1" > Cargo.toml
  printf '[package]\nname = "member"\nversion = "0.1.0"\nedition = "2021"\n%s\n' "$2" > member/Cargo.toml
  if cargo metadata --offline --no-deps --format-version 1 > out.json 2> err.txt; then
    python3 -c 'import json; print(json.load(open("out.json"))["packages"][0]["readme"])'
  else
    grep -o 'was not defined' err.txt | head -1
  fi
}
want 'false in the package' None "$(readme_of '"README.md"' 'readme = false')"
want 'a name that is inherited' ../README.md "$(readme_of '"README.md"' 'readme.workspace = true')"
want 'false that is inherited' 'was not defined' "$(readme_of false 'readme.workspace = true')"
