#!/usr/bin/env bash
# What:         `r#` in a Rust function (a raw string or a raw identifier) ends the reading of its line
# Versions:     lizard 1.24.3 (PyPI)
# A good guess: a tool that lists Rust among its languages knows `r#"…"#` and `r#type`; what it cannot read it would tell
# Seen:         the rest of the line is not read; where it holds a closing brace the function is missing from the report, those
#               before and behind it are there, and nothing is said
# Matters:      a gate on complexity does not see functions with embedded JSON, SQL, HTML or regular expressions
# Live with it: hold the number of `fn` that the compiler or a grammar sees against the number of rows
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check lizard==1.24.3
cat > t.py <<'E'
import sys, lizard
text = "fn a() { if x {} }\nfn b() -> T {\n    if x { return %s; }\n    if y {}\n}\nfn c() { if x {} }\n" % sys.argv[1]
print(*(f"{f.name}:{f.cyclomatic_complexity}" for f in lizard.analyze_file.analyze_source_code("lib.rs", text).function_list))
E
want 'plain string' 'a:2 b:3 c:2' "$(venv/bin/python t.py '"say"')"
want 'raw string without #' 'a:2 b:3 c:2' "$(venv/bin/python t.py 'r"say"')"
want 'raw string' 'a:2 c:2' "$(venv/bin/python t.py 'r#"say"#')"
want 'raw identifier' 'a:2 c:2' "$(venv/bin/python t.py 'r#type')"
