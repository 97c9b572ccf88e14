#!/usr/bin/env bash
# What:         gates of complexity pass a file that they could not read
# Versions:     radon 6.0.1, xenon 0.9.3, lizard 1.24.3, complexipy 8.3.0 (PyPI)
# A good guess: a gate that cannot parse a file fails, as it cannot say that the file is within the limit
# Seen:         radon prints ERROR and exits 0, xenon warns and exits 0, lizard says nothing and exits 0; complexipy exits 1
# Matters:      radon and xenon parse with the interpreter that runs them: one new form of syntax takes a file out of the gate for good
# Live with it: run `python -m compileall` with the same interpreter first, and count the files that the gate has reported
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check radon==6.0.1 xenon==0.9.3 lizard==1.24.3 complexipy==8.3.0
python3 --version
{ echo 'def f(x):'; for i in $(seq 40); do echo "    if x == $i: return $i"; done; } > good.py
{ cat good.py; echo 'not python at all'; } > bad.py
code() { "$@" > log 2>&1 && echo 0 || echo $?; }
want 'xenon, readable and too complex' 1 "$(code venv/bin/xenon --max-absolute B good.py)"
want 'xenon, unreadable' 0 "$(code venv/bin/xenon --max-absolute B bad.py)"
want 'radon cc, unreadable' 0 "$(code venv/bin/radon cc bad.py)"
want 'radon says' ERROR "$(grep -o ERROR log || venv/bin/radon cc bad.py | grep -o ERROR)"
want 'lizard, a file that ends in the middle' 0 "$(echo 'def f(:' > cut.py; code venv/bin/lizard --CCN 1 cut.py)"
want 'complexipy, unreadable' 1 "$(code venv/bin/complexipy bad.py)"
