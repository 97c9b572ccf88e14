#!/usr/bin/env bash
# What:         mypy names a class by the file that defines it, whatever `__module__` says and whoever re-exports it
# Versions:     mypy 1.18.2 (PyPI)
# A good guess: a class that is re-exported by a facade and says `__module__ = "shop"` is `shop.Basket` to a type checker, as it is at run time
# Seen:         python prints shop.Basket; mypy's reveal_type and messages say shop._basket.Basket
# Matters:      messages, error baselines and snapshot tests of types change when a class moves behind a facade, though nothing else can tell
# Live with it: fold the names of private modules in what is compared; a class whose name is published in messages stays in the facade
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check mypy==1.18.2
mkdir shop
printf 'from ._basket import Basket as Basket\n' > shop/__init__.py
printf '__name__ = "shop"\n\n\nclass Basket:\n    __module__ = "shop"\n' > shop/_basket.py
printf 'from shop import Basket\n\nreveal_type(Basket())\nBasket().none\n' > use.py
want 'at run time' "<class 'shop.Basket'>" "$(venv/bin/python -c 'import shop; print(shop.Basket)')"
out=$(venv/bin/mypy --no-color-output use.py || true)
want 'reveal_type' 'shop._basket.Basket' "$(grep -o 'Revealed type is "[^"]*"' <<< "$out" | cut -d'"' -f2)"
want 'a message' '"Basket" has no attribute "none"' "$(grep -o '"Basket" has no attribute "none"' <<< "$out")"
