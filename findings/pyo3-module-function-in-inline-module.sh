#!/usr/bin/env bash
# What:         a `#[pymodule] fn` inside an inline `#[pymodule] mod` compiles without a word and is not exported; an inline `mod` there is
# Versions:     pyo3 0.30.1, rustc 1.95.0, CPython 3.11
# A good guess: both are submodules, since both carry `#[pymodule]` and stand in the module; or the compiler refuses the one that is not
# Seen:         `dir()` has `inner` (the mod) and not `made` (the function); with `#[pymodule_export] use super::made;` it has both
# Matters:      a reader of sources that takes `#[pymodule]` for an export reports names that Python never sees, and a stub made by it lies
# Live with it: in an inline module count nested inline modules, and of functions only what `#[pymodule_export]` or `#[pyfunction]` marks
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
echo "$(rustc --version), $(python3 --version)"
mkdir -p src
cat > Cargo.toml <<'T'
[package]
name = "core_rs"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = { version = "=0.30.1", features = ["extension-module"] }
T
lib() { # EXPORT
  cat > src/lib.rs <<T
use pyo3::prelude::*;

#[pymodule]
fn outside(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}

#[pymodule]
mod core_rs {
    use pyo3::prelude::*;

    $1

    #[pymodule]
    fn made(_m: &Bound<'_, PyModule>) -> PyResult<()> {
        Ok(())
    }

    #[pymodule]
    mod inner {}
}
T
}
shown() {
  PYO3_PYTHON=python3 cargo build --quiet 2> warnings.txt || { cat warnings.txt >&2; exit 1; }
  cp target/debug/libcore_rs.so core_rs.so
  python3 -c 'import core_rs; print(" ".join(n for n in dir(core_rs) if n[0] != "_"))'
}
lib ''
want 'exported' 'inner' "$(shown)"
want 'warnings that name it' 0 "$(grep -c 'not exported\|ignored' warnings.txt || true)"
lib '#[pymodule_export]
    use super::outside;'
want 'exported once more, with a marked one' 'inner outside' "$(shown)"
