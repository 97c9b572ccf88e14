#!/usr/bin/env bash
# What:         the file that `gunicorn -c` runs cannot import what lies beside it, unless it lies in the folder that gunicorn was started in
# Versions:     gunicorn 27.0.1 (PyPI)
# A good guess: a Python file that a program runs by its path has its own folder first on `sys.path`, as with `python FILE`
# Seen:         `-c conf.py` imports a module beside it; `-c deploy/conf.py` ends with ModuleNotFoundError, and so it does with `--chdir deploy`
# Matters:      hooks that are moved out of a configuration below `deploy/` into a file beside it stop every worker at the next start
# Live with it: keep the configuration whole, or let it put its folder on the path: `sys.path.insert(0, os.path.dirname(__file__))`
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check gunicorn==27.0.1
mkdir deploy
printf 'def app(environ, start_response):\n    return []\n' > app.py
cp app.py deploy/app.py
for folder in . deploy; do
  printf 'from hooks_beside import when_ready\n\nworkers = 1\n' > "$folder/conf.py"
done
printf 'def when_ready(server):\n    pass\n' > hooks_beside.py
check() { venv/bin/gunicorn --check-config "$@" app:app > log 2>&1 && echo fine || grep -o 'ModuleNotFoundError' log | head -1; }
want 'in the folder that it is started in' fine "$(check -c conf.py)"
mv hooks_beside.py deploy/
want 'below it' ModuleNotFoundError "$(check -c deploy/conf.py)"
want 'by its whole path' ModuleNotFoundError "$(check -c "$work/deploy/conf.py")"
want 'working there' ModuleNotFoundError "$(check --chdir deploy -c "$work/deploy/conf.py")"
printf 'import os\nimport sys\n\nsys.path.insert(0, os.path.dirname(__file__))\nfrom hooks_beside import when_ready\n' > deploy/conf.py
want 'with its folder on the path' fine "$(check -c deploy/conf.py)"
