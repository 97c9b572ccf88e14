#!/usr/bin/env bash
# What:         moving a class by rope leaves two modules that cannot be imported
# Versions:     rope 1.15.2 (PyPI)
# A good guess: a refactoring library refuses a move that makes a circle of imports, or keeps the moved names working
# Seen:         the source gets `import dst`, the new file `from big import Late, …` at its top, and `__all__` is imported like
#               any name (and still lists the class that left); `import big` fails; patch targets and quoted names stay old
# Matters:      rope is behind "move symbol" of several editors and agents; the change is shown as a success
# Live with it: import both modules in fresh processes after the move; move what the class needs first
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check rope==1.15.2
cat > big.py <<'E'
from __future__ import annotations


class Load:
    def x(self) -> Late: ...


class Late: ...


def use() -> Load:
    return Load()


__all__ = ["Load", "Late", "use"]
E
touch dst.py
printf 'import big\nfrom unittest import mock\n\npatch = mock.patch("big.Load")\n\ndef f(x: "big.Load"): return big.Load\n' > user.py
python3 -c 'import big'
cat > move.py <<'E'
from rope.base.project import Project
from rope.refactor.move import create_move
project = Project(".", ropefolder=None)
big = project.get_resource("big.py")
mover = create_move(project, big, big.read().index("class Load") + len("class "))
project.do(mover.get_changes(project.get_resource("dst.py")))
E
venv/bin/python move.py
want 'the new file imports' 'from big import Late, use, __all__' "$(grep '^from big' dst.py)"
want 'import big, after the move' ImportError "$(python3 -c 'import big' 2>&1 | grep -oE '^[A-Za-z]+Error')"
want '__all__ of the source' '__all__ = ["Load", "Late", "use"]' "$(grep __all__ big.py)"
want 'quoted annotation without its import' 'def f(x: "big.Load"): return dst.Load' "$(grep 'def f' user.py; grep '^import big' user.py || true)"
