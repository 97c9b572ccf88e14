#!/usr/bin/env bash
# What:         editing one key of a YAML document rewrites numbers that nobody touched, and another reader sees another value
# Versions:     yaml 2.9.1 (npm), PyYAML 6.0.3 (PyPI)
# A good guess: a document editor that keeps comments and quotes writes untouched scalars as they were
# Seen:         `mode: 0440` is written as `mode: 440`, `1e3` as `1e+3`; PyYAML (YAML 1.1) read 288 before and reads 440 after
# Matters:      file modes in compose files, Ansible and Kubernetes are written with a leading zero; a bump of some other line changes them
# Live with it: parse with `{ version: '1.1' }` where the reader is a 1.1 one, or quote such values before the edit
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock yaml@2.9.1
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check PyYAML==6.0.3
printf 'image: app:1\nmode: 0440\nscale: 1e3\n' > before.yml
cat > t.cjs <<'E'
const { readFileSync, writeFileSync } = require('node:fs');
const { parseDocument } = require('yaml');
for (const version of ['1.2', '1.1']) {
  const document = parseDocument(readFileSync('before.yml', 'utf8'), { version });
  document.set('image', 'app:2');
  writeFileSync(`after-${version}.yml`, document.toString());
}
E
node t.cjs
mode() { venv/bin/python -c "import sys, yaml; print(yaml.safe_load(open(sys.argv[1]))['mode'])" "$1"; }
want 'the line after the edit' 'mode: 440' "$(grep mode after-1.2.yml)"
want 'a float after the edit' 'scale: 1e+3' "$(grep scale after-1.2.yml)"
want 'PyYAML before' 288 "$(mode before.yml)"
want 'PyYAML after' 440 "$(mode after-1.2.yml)"
want 'PyYAML after an edit with version 1.1' 288 "$(mode after-1.1.yml)"
