#!/usr/bin/env bash
# What:         `just --fmt` keeps the comments behind aliases and variables and deletes the one behind a recipe's header
# Versions:     rust-just 1.59.0 (PyPI)
# A good guess: a formatter keeps comments; where it keeps two of three kinds of trailing comments it keeps the third
# Seen:         `build: # needs docker` is written as `build:`, by `--dump` too, and exit code 0
# Matters:      `just --fmt` in a hook deletes why a recipe is as it is; tools that edit by dump and write back do the same
# Live with it: put the comment on its own line above the recipe (it is then shown by `--list`)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check rust-just==1.59.0
printf 'v := "x" # of the variable\n\nalias b := build # of the alias\n\nbuild: # of the recipe\n    @echo {{ v }}\n' > justfile
venv/bin/just --unstable --fmt 2> /dev/null
want 'comment of the variable' 1 "$(grep -c 'of the variable' justfile)"
want 'comment of the alias' 1 "$(grep -c 'of the alias' justfile)"
want 'comment of the recipe' 0 "$(grep -c 'of the recipe' justfile || true)"
