#!/usr/bin/env bash
# What:         the same rule about the same imports: one architecture gate fails where the other passes
# Versions:     import-linter 2.17, tach 0.35.3 (PyPI)
# A good guess: "core may not depend on ui" means the same in both
# Seen:         an import under TYPE_CHECKING breaks import-linter's contract and not tach's; an import over a module between
#               (core -> middle -> ui) breaks import-linter's and not tach's; tach sees a direct import in a folder without
#               `__init__.py`, where import-linter analyses no file and keeps the contract
# Matters:      moving from one to the other, or re-exporting through a facade, opens or closes a gate without a change of the rule
# Live with it: set `exclude_type_checking_imports`/`ignore_type_checking_imports` and `allow_indirect_imports` explicitly, and
#               check in CI that every folder with Python files has an `__init__.py`
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check import-linter==2.17 tach==0.35.3
verdicts() { # what import-linter and tach say of shop/ as it stands
  cat > .importlinter <<'E'
[importlinter]
root_package = shop
[importlinter:contract:1]
name = core is below ui
type = forbidden
source_modules = shop.core
forbidden_modules = shop.ui
E
  { printf 'source_roots = ["."]\nexclude = ["venv"]\n'
    printf '[[modules]]\npath = "shop.core"\ndepends_on = ["shop.middle"]\n'
    printf '[[modules]]\npath = "shop.middle"\ndepends_on = ["shop.ui"]\n[[modules]]\npath = "shop.ui"\ndepends_on = []\n'; } > tach.toml
  printf '%s ' "$(PYTHONPATH=. venv/bin/lint-imports --no-cache > log1 2>&1 && echo kept || echo broken)"
  venv/bin/tach check > log2 2>&1 && echo kept || echo broken
}
fresh() { rm -rf shop && mkdir -p shop/core shop/ui && touch shop/__init__.py shop/core/__init__.py shop/ui/__init__.py shop/middle.py; }
fresh && echo 'import shop.ui' > shop/core/a.py
want 'direct import (import-linter, tach)' 'broken broken' "$(verdicts)"
fresh && printf 'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import shop.ui\n' > shop/core/a.py
want 'under TYPE_CHECKING' 'broken kept' "$(verdicts)"
fresh && echo 'import shop.middle' > shop/core/a.py && echo 'import shop.ui' > shop/middle.py
want 'over a module between' 'broken kept' "$(verdicts)"
fresh && mkdir shop/core/deep && echo 'import shop.ui' > shop/core/deep/a.py
want 'in a folder without __init__.py' 'kept broken' "$(verdicts)"
