#!/usr/bin/env bash
# What:         `exclude-package-data` of setuptools takes no module out of a wheel, although its pattern names one
# Versions:     setuptools 80.9.0 on Python 3.9 and later
# A good guess: `exclude-package-data = {"*" = ["_*.py"]}` leaves `_part.py` out of what is built
# Seen:         the wheel holds `_part.py`; the setting speaks of data files, and modules come from the list of packages alone
# Matters:      a check that reads the setting as an exclusion refuses a new module for nothing; who meant to hide a module ships it
# Live with it: ask `packages`, `py-modules` and `find.exclude` what a wheel holds, and this setting for data alone
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check setuptools==80.9.0 wheel==0.45.1
venv/bin/python --version
mkdir pkg
touch pkg/__init__.py pkg/_part.py pkg/notes.txt pkg/_notes.txt
cat > pyproject.toml <<'EOF'
[build-system]
requires = ["setuptools==80.9.0"]
build-backend = "setuptools.build_meta"

[project]
name = "pkg"
version = "0.1.0"

[tool.setuptools]
packages = ["pkg"]

[tool.setuptools.package-data]
pkg = ["*.txt"]

[tool.setuptools.exclude-package-data]
"*" = ["_*.py", "_*.txt"]
EOF
venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps --wheel-dir out .
held=$(venv/bin/python -m zipfile -l out/*.whl | grep -o 'pkg/[a-z_]*\.[a-z]*' | sort | tr '\n' ' ')
want 'the wheel holds' 'pkg/__init__.py pkg/_part.py pkg/notes.txt ' "$held"
