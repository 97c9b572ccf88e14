#!/usr/bin/env bash
# What:         five tools, five complexities of one short function
# Versions:     radon 6.0.1, lizard 1.24.3, ruff 0.17.6, mccabe 0.7.0, complexipy 8.3.0 (PyPI)
# A good guess: cyclomatic complexity is defined, so radon, lizard, ruff C901 and mccabe differ by one or two at most
# Seen:         radon 10, lizard 11, ruff 3, mccabe 1: `match` counts in radon, lizard and (partly) ruff, not in mccabe; `and`/`or`,
#               comprehensions, `assert`, lambdas and conditional expressions count in some only. complexipy (cognitive) says 5
# Matters:      a limit moved from flake8 to radon, or compared over tools, means another thing; baselines must name the tool
# Live with it: write tool and version beside the limit, and set limits anew when the tool is changed
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check radon==6.0.1 lizard==1.24.3 ruff==0.17.6 mccabe==0.7.0 complexipy==8.3.0
cat > m.py <<'E'
def f(x, ys):
    assert x
    match x:
        case [1, *_] if ys:
            return 1
        case {"a": _} | None:
            return 2
        case _:
            pass
    g = lambda z: z if z else 0
    return [y for y in ys if y and y > 1] or (x and not ys)
E
want 'radon' 10 "$(venv/bin/radon cc -s m.py | sed -n 's/.* f - . (\([0-9]*\)).*/\1/p')"
want 'lizard' 11 "$(venv/bin/python -c 'import lizard; print(lizard.analyze_file("m.py").function_list[0].cyclomatic_complexity)')"
want 'ruff C901' 3 "$(venv/bin/ruff check --isolated --no-cache --select C901 --config lint.mccabe.max-complexity=0 --output-format concise m.py | sed -n 's/.*(\([0-9]*\) > 0).*/\1/p')"
want 'mccabe' 1 "$(venv/bin/python -m mccabe --min 0 m.py | sed -n "s/.*'f' //p")"
want 'complexipy' 5 "$(venv/bin/complexipy m.py 2> /dev/null | sed -n 's/^ *f \([0-9]*\) .*/\1/p')"
