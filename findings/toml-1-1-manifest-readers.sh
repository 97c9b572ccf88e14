#!/usr/bin/env bash
# What:         an inline table over several lines (TOML 1.1) is read by some tools of one repository and refused by others
# Versions:     cargo (as installed), smol-toml 1.9.1, toml-eslint-parser 1.0.3 (npm); tomli 2.2.1 and 2.5.0, toml 0.10.2 (PyPI)
# A good guess: a manifest that cargo accepts is TOML for everybody; readers name the version that they speak
# Seen:         cargo, smol-toml, toml-eslint-parser (by default) and tomli 2.5.0 read it; tomli 2.2.1 (like the tomllib of
#               Python 3.11) and toml 0.10.2 refuse it, with a message about a key and not about the version
# Matters:      a formatter or a person breaks a dependency over lines, the build is green, and the Python tool in CI dies
# Live with it: keep manifests in TOML 1.0, and let a 1.0 reader (`tomlVersion: '1.0'`) check that
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
printf '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nb = {\n  path = "b",\n  optional = true,\n}\n' > Cargo.toml
mkdir -p src b/src && touch src/lib.rs b/src/lib.rs
printf '[package]\nname = "b"\nversion = "0.1.0"\nedition = "2021"\n' > b/Cargo.toml
cargo --version
want 'cargo metadata' reads "$(cargo metadata --format-version 1 --offline > /dev/null 2>&1 && echo reads || echo refuses)"
npm install --silent --no-save --no-package-lock smol-toml@1.9.1 toml-eslint-parser@1.0.3
cat > t.mjs <<'E'
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { parseTOML } from 'toml-eslint-parser';
const text = readFileSync('Cargo.toml', 'utf8');
const ask = (read) => { try { read(); return 'reads'; } catch { return 'refuses'; } };
console.log(ask(() => parse(text)), ask(() => parseTOML(text)), ask(() => parseTOML(text, { tomlVersion: '1.0' })));
E
want 'smol-toml, toml-eslint-parser, the same with tomlVersion 1.0' 'reads reads refuses' "$(node t.mjs)"
for package in tomli==2.2.1 tomli==2.5.0 toml==0.10.2; do
  python3 -m pip install -q --disable-pip-version-check --no-deps --root-user-action=ignore --target "$package" "$package"
done
ask() { PYTHONPATH=$1 python3 -c "import ${1%%=*} as t; t.loads(open('Cargo.toml').read())" 2> /dev/null && echo reads || echo refuses; }
want 'tomli 2.2.1' refuses "$(ask tomli==2.2.1)"
want 'tomli 2.5.0' reads "$(ask tomli==2.5.0)"
want 'toml 0.10.2' refuses "$(ask toml==0.10.2)"
