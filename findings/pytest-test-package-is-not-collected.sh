#!/usr/bin/env bash
# What:         tests in `tests/test_big/__init__.py` are not collected, and a package `conftest` gives no fixtures
# Versions:     pytest 9.0.1 (PyPI), Python 3.11
# A good guess: a module and a package of the same name are one to whoever imports it, so a test module may become a package with parts
# Seen:         `python_files` is matched against names of files, and `__init__.py` is none of `test_*.py`: exit 5 alone, and among others nothing is said
# Matters:      a test module that outgrew itself and became a package loses all of its tests, and the suite stays green
# Live with it: keep the file, and lay parts beside it under names that the pattern does not match
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check pytest==9.0.1
summary() { venv/bin/python -m pytest -q -p no:cacheprovider --rootdir . tests 2>&1 | grep -oE '[0-9]+ (passed|error)|no tests ran' | head -1 || true; }
mkdir tests
printf 'def test_one():\n    assert True\n\n\ndef test_two():\n    assert True\n' > tests/test_big.py
printf 'def test_small():\n    assert True\n' > tests/test_small.py
want 'module' '3 passed' "$(summary)"
mkdir tests/test_big && mv tests/test_big.py tests/test_big/__init__.py
want 'package, beside others' '1 passed' "$(summary)"
rm tests/test_small.py
want 'package alone' 'no tests ran' "$(summary)"
printf 'import pytest\n\n\n@pytest.fixture\ndef base():\n    return 1\n' > conftest.tmp
printf 'def test_base(base):\n    assert base\n' > tests/test_base.py
mkdir tests/conftest && mv conftest.tmp tests/conftest/__init__.py
want 'conftest as a package' '1 error' "$(summary)"
