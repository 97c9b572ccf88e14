#!/usr/bin/env bash
# What:         one `__getattr__` in a module ends the check of every name that is imported from it
# Versions:     mypy 2.4.1, ty 0.0.108 (PyPI)
# A good guess: names that the module defines, and the few that it makes lazily, are known; a misspelt import stays an error
# Seen:         both accept `from conf import noting`, also when the function raises AttributeError for it
# Matters:      a lazy or deprecating facade (PEP 562) makes each wrong import of its users pass the type check, for good
# Live with it: hide the function (`if not TYPE_CHECKING:`) and declare the lazy names beside it: the typo is seen again
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check mypy==2.4.1 ty==0.0.108
mkdir plain lazy hidden
echo 'size: int = 1' > plain/conf.py
printf 'size: int = 1\ndef __getattr__(name: str) -> object:\n    raise AttributeError(name)\n' > lazy/conf.py
printf 'from typing import TYPE_CHECKING\nsize: int = 1\nif not TYPE_CHECKING:\n    def __getattr__(name: str) -> object:\n        raise AttributeError(name)\n' > hidden/conf.py
echo 'from conf import noting' | tee plain/use.py lazy/use.py > hidden/use.py
ask() { "../venv/bin/$@" > log 2>&1 && echo accepted || echo error; }
for folder in plain lazy hidden; do
  cd "$work/$folder"
  case $folder in lazy) expected='accepted accepted' ;; *) expected='error error' ;; esac
  want "$folder (mypy, ty)" "$expected" "$(ask mypy use.py) $(ask ty check use.py)"
done
