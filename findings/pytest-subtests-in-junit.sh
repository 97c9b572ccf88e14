#!/usr/bin/env bash
# What:         the counts of a JUnit report do not agree with its own test cases once a test has subtests
# Versions:     pytest 9.2.0 (PyPI)
# A good guess: `tests="N"` is the number of `<testcase>` elements, and a test that has a failed subtest has one outcome
# Seen:         one TestCase method with three subtests of which one fails: tests="4" and one `<testcase>`;
#               the closing line counts the same method as failed and as passed: "1 failed, 1 passed"
# Matters:      dashboards, shard balancers and before/after comparisons that read the attribute see tests appear and vanish
# Live with it: count elements, never attributes; take the exit code, not the closing line
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check pytest==9.2.0
cat > test_a.py <<'E'
import unittest


class A(unittest.TestCase):
    def test_x(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, BAD)
E
run() { # BAD: closing line, tests attribute, test cases, exit code
  sed "s/BAD/$1/" test_a.py > "test_$1.py"
  code=0
  venv/bin/python -m pytest -q "test_$1.py" --junitxml="$1.xml" > out || code=$?
  echo "$(tail -1 out | sed 's/ in .*//'); tests=$(grep -o ' tests="[0-9]*"' "$1.xml" | tr -dc 0-9); $(grep -o '<testcase' "$1.xml" | wc -l) testcase; exit $code"
}
want 'one subtest fails' '1 failed, 1 passed, 2 subtests passed; tests=4; 1 testcase; exit 1' "$(run 1)"
want 'none fails' '1 passed, 3 subtests passed; tests=4; 1 testcase; exit 0' "$(run 9)"
