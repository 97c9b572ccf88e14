#!/usr/bin/env bash
# What:         a pre-release of Cargo.toml becomes a post-release on PyPI
# Versions:     maturin 1.16.0, packaging 26.4 (PyPI), semver 7.8.6 (npm)
# A good guess: maturin maps SemVer pre-releases to PEP 440 pre-releases or refuses them; the order of versions survives
# Seen:         `1.0.0-1`, `-rev2` and `-post.2` are written as post-releases; `-pre` becomes rc0, `-dev.3` sorts below `-alpha.1`
#               there and above it here; `-nightly.5` is refused, at build time only
# Matters:      1.0.0-1 is older than 1.0.0 for cargo and newer for pip: users of the wheel are given the trial build
# Live with it: allow only -alpha.N, -beta.N and -rc.N in a crate that also ships a wheel, and check that in CI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check maturin==1.16.0 packaging==26.4
npm install --silent --no-save --no-package-lock semver@7.8.6
mkdir -p src && echo 'fn main() {}' > src/main.rs
printf '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n[project]\nname = "z"\ndynamic = ["version"]\n[tool.maturin]\nbindings = "bin"\n' > pyproject.toml
wheel() { # the version that the wheel of a crate of version $1 has
  printf '[package]\nname = "z"\nversion = "%s"\nedition = "2021"\n' "$1" > Cargo.toml
  rm -rf out
  venv/bin/maturin pep517 write-dist-info --metadata-directory out > /dev/null 2>&1 || { echo refused; return; }
  sed -n 's/^Version: //p' out/*/METADATA
}
order() { venv/bin/python -c 'import sys; from packaging.version import Version as V; print("older" if V(sys.argv[1]) < V(sys.argv[2]) else "newer")' "$@"; }
semver() { node -e 'const [a, b] = process.argv.slice(1); console.log(require("semver").lt(a, b) ? "older" : "newer")' "$@"; }
want '1.0.0-1' 1.0.0.post1 "$(wheel 1.0.0-1)"
want '1.0.0-rev2' 1.0.0.post2 "$(wheel 1.0.0-rev2)"
want '1.0.0-post.2' 1.0.0.post2 "$(wheel 1.0.0-post.2)"
want '1.0.0-pre' 1.0.0rc0 "$(wheel 1.0.0-pre)"
want '1.0.0-nightly.5' refused "$(wheel 1.0.0-nightly.5)"
want 'cargo: 1.0.0-1 than 1.0.0' older "$(semver 1.0.0-1 1.0.0)"
want 'pip: 1.0.0-1 than 1.0.0' newer "$(order "$(wheel 1.0.0-1)" 1.0.0)"
want 'cargo: 1.0.0-dev.3 than 1.0.0-alpha.1' newer "$(semver 1.0.0-dev.3 1.0.0-alpha.1)"
want 'pip: 1.0.0-dev.3 than 1.0.0-alpha.1' older "$(order "$(wheel 1.0.0-dev.3)" "$(wheel 1.0.0-alpha.1)")"
