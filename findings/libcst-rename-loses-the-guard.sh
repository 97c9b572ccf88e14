#!/usr/bin/env bash
# What:         RenameCommand of libcst adds an unguarded import beside a guarded one, and breaks quoted annotations
# Versions:     libcst 1.9.0 (PyPI)
# A good guess: renaming `a.b.f` to `a.c.f` changes the import where it stands, and each use
# Seen:         `try: from a.b import f` and `if TYPE_CHECKING: from a.b import f` get a second `from a.c import f` at the top of the
#               file; where `x: "f"` quotes the old name, the old name is imported from the NEW module, which has none (ImportError)
# Matters:      an optional dependency is required from then on, and an import that was for checkers only closes a circle at run time
# Live with it: look for imports at the top that the file did not have, and take them out where a guarded one binds the name
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check libcst==1.9.0
cat > t.py <<'E'
import sys
import libcst
from libcst.codemod import CodemodContext
from libcst.codemod.commands.rename import RenameCommand
context = CodemodContext(full_module_name="app", filename="app.py")
code = RenameCommand(context, "a.b.f", sys.argv[2]).transform_module(libcst.parse_module(sys.argv[1])).code
print(" | ".join(line for line in code.splitlines() if line))
E
rename() { venv/bin/python t.py "$1" "$2"; }
want 'optional import' 'from a.c import f | try: |     from a.c import f | except ImportError: |     f = None | f()' \
  "$(rename $'try:\n    from a.b import f\nexcept ImportError:\n    f = None\nf()\n' a.c.f)"
want 'import for checkers' 'from a.c import f | if TYPE_CHECKING: |     from a.c import f | def t(x: "f"): pass' \
  "$(rename $'if TYPE_CHECKING:\n    from a.b import f\ndef t(x: "f"): pass\n' a.c.f)"
want 'quoted annotation' 'from a.c import h, f | h() | x: "f" = 1' "$(rename $'from a.b import f\nf()\nx: "f" = 1\n' a.c.h)"
