#!/usr/bin/env bash
# What:         a missing file raises FileNotFoundError through PyO3, with neither `errno` nor `filename`; defaults look like `...`
# Versions:     pyo3 0.30.1 (crates.io), Python as installed
# A good guess: the exception of `std::fs::read(path)?` is the one that `open(path)` raises; signatures show the real defaults
# Seen:         the class is right, `errno` and `filename` are None, and args is one text; `inspect.signature` says that the
#               default of a list or text argument is Ellipsis (a number's is right), as a value and not as a note
# Matters:      code that asks `e.errno == errno.ENOENT` or logs `e.filename` behaves otherwise when a function moves from Python to
#               Rust; stub generators and API diffs that read signatures write `items=...` as the value
# Live with it: map io errors by hand (`PyFileNotFoundError::new_err((errno, text, path))`), compare `errno` in tests, write stubs by hand
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
mkdir src
printf '[package]\nname = "m"\nversion = "0.1.0"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n[dependencies]\npyo3 = { version = "=0.30.1", features = ["extension-module"] }\n' > Cargo.toml
cat > src/lib.rs <<'E'
#[pyo3::pymodule]
mod m {
    use pyo3::prelude::*;
    #[pyfunction]
    fn read(path: &str) -> PyResult<Vec<u8>> { Ok(std::fs::read(path)?) }
    #[pyfunction]
    #[pyo3(signature = (items = vec![1, 2], *, label = "x".to_string(), limit = 10))]
    fn find(items: Vec<i32>, label: String, limit: usize) -> usize { items.len() + label.len() + limit }
}
E
cargo build -q 2> log || { cat log >&2; exit 1; }
cp target/debug/libm.so m.so
cat > t.py <<'E'
import inspect, m
for read in (lambda path: open(path), m.read):
    try:
        read("missing")
    except OSError as e:
        print(type(e).__name__, e.errno, e.filename)
print(inspect.signature(m.find), inspect.signature(m.find).parameters["items"].default, m.find())
E
python3 t.py > out
want 'open' 'FileNotFoundError 2 missing' "$(sed -n 1p out)"
want 'std::fs::read(path)?' 'FileNotFoundError None None' "$(sed -n 2p out)"
want 'signature, default of items, result with defaults' '(items=Ellipsis, *, label=Ellipsis, limit=10) Ellipsis 13' "$(sed -n 3p out)"
