#!/usr/bin/env bash
# What:         `src/*.py` means every file below src to ruff, and only the files in src to coverage
# Versions:     ruff 0.17.6, coverage 7.17.5 (PyPI)
# A good guess: two tools that read the same pyproject.toml agree on `*`; a single star stays in its folder
# Seen:         ruff's `per-file-ignores` and `exclude` let `*` cross `/` (globset without literal separators); coverage's `omit` does not
# Matters:      an exception made for some files of a folder silently covers what moves into a sub-folder later, as a split does
# Live with it: name folders (`src/generated/`) or single files in ruff; hold every pattern against the list of files it hits
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check ruff==0.17.6 coverage==7.17.5
mkdir -p src/deep
echo 'import os' | tee src/top.py > src/deep/below.py
printf 'import runpy\nrunpy.run_path("src/top.py")\nrunpy.run_path("src/deep/below.py")\n' > run.py
printf '[lint.per-file-ignores]\n"src/*.py" = ["F401"]\n' > ruff.toml
left() { grep -oE 'src/[a-z/]+\.py' | sort -u | tr '\n' ' ' | sed 's/ $//'; }
want 'ruff, nothing ignored' 'src/deep/below.py src/top.py' "$(venv/bin/ruff check --isolated --no-cache --select F401 --output-format concise src | left)"
want 'ruff, per-file-ignores src/*.py, left' '' "$(venv/bin/ruff check --config ruff.toml --no-cache --select F401 --output-format concise src | left)"
want 'ruff, exclude src/*.py, left' '' "$(venv/bin/ruff check --isolated --no-cache --select F401 --exclude 'src/*.py' --output-format concise src 2> /dev/null | left)"
venv/bin/coverage run --rcfile=/dev/null --source=src run.py
want 'coverage, omit src/*.py, left' 'src/deep/below.py' "$(venv/bin/coverage report --rcfile=/dev/null --omit='src/*.py' | left)"
