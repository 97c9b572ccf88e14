#!/usr/bin/env bash
# What:         a distribution of one module gets a second module; what the wheel holds then depends on the build backend
# Versions:     setuptools 80.9.0, hatchling 1.33.0, flit_core 4.2.0, pdm-backend 2.5.0 (PyPI)
# A good guess: backends that find shop.py without being told find _shop_part.py beside it too, or say that they do not
# Seen:         pdm-backend ships both; hatchling and flit build without a word, and without the part; setuptools does the same
#               when the name of the part begins with `_`, and refuses to build when it does not
# Matters:      tests from the source tree pass and the installed package raises ModuleNotFoundError
# Live with it: compare the file lists of the wheels before and after; list the modules (`py-modules`, `only-include`) or make a package
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check setuptools==80.9.0 hatchling==1.33.0 flit_core==4.2.0 pdm-backend==2.5.0
backend() { # FOLDER OBJECT [PART]: the modules in the wheel, before and after
  rm -rf "$1" && mkdir -p "$1/shop" && cd "$1/shop"
  printf '[build-system]\nrequires = []\nbuild-backend = "%s"\n[project]\nname = "shop"\nversion = "1"\ndescription = "x"\n' "$2" > pyproject.toml
  echo 'def buy(): pass' > shop.py
  wheel ../before
  part=${3:-_shop_part}
  echo 'def pay(): pass' > "$part.py"
  echo "from $part import pay" >> shop.py
  rm -rf build ./*.egg-info
  wheel ../after
  cd "$work"
}
wheel() {
  "$work/venv/bin/pip" wheel -q --disable-pip-version-check --no-build-isolation --no-deps -w "$1" . > ../log 2>&1 || { printf 'refused; '; return; }
  printf '%s; ' "$(python3 -m zipfile -l "$1"/*.whl | grep -oE '^[a-z_]+\.py' | sort | tr '\n' ' ' | sed 's/ $//')"
}
want 'setuptools' 'shop.py; shop.py;' "$(backend setuptools setuptools.build_meta | sed 's/ $//')"
want 'setuptools, shop_part.py' 'shop.py; refused;' "$(backend setuptools setuptools.build_meta shop_part | sed 's/ $//')"
want 'hatchling' 'shop.py; shop.py;' "$(backend hatchling hatchling.build | sed 's/ $//')"
want 'flit_core' 'shop.py; shop.py;' "$(backend flit flit_core.buildapi | sed 's/ $//')"
want 'pdm-backend' 'shop.py; _shop_part.py shop.py;' "$(backend pdm pdm.backend | sed 's/ $//')"
