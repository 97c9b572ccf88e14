#!/usr/bin/env bash
# What:         `camelCase` and `snake_case` of serde are not those of pydantic, and serde can write one key twice
# Versions:     serde 1.0.229, serde_json 1.0.154 (crates.io), pydantic 2.14.4 (PyPI)
# A good guess: both halves of a bridge that say "camelCase" write the same keys; a clash of keys is a compile error
# Seen:         `a__b` is `aB` and `a__B`, `_id` is `id` and `_id`; the variant IOError is `i_o_error` and `io_error`, Http2Url is
#               `http2_url` and `http_2_url`; fields `_id` and `id_` compile and serialise as {"id":0,"id":1}
# Matters:      most names agree, so tests pass; the few that do not are dropped by whoever ignores unknown keys
# Live with it: compare the generated schemas of both sides key by key; spell the odd names out (`rename`, `alias`)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
mkdir src
printf '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nserde = { version = "=1.0.229", features = ["derive"] }\nserde_json = "=1.0.154"\n' > Cargo.toml
cat > src/main.rs <<'E'
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(non_snake_case)]
struct A { x_1: u8, http2_url: u8, a__b: u8, _id: u8 }
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Twice { _id: u8, id_: u8 }
#[derive(serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum K { IOError, Http2Url, V2 }
fn main() {
    println!("{}", serde_json::to_string(&A { x_1: 0, http2_url: 0, a__b: 0, _id: 0 }).unwrap());
    println!("{}", serde_json::to_string(&[K::IOError, K::Http2Url, K::V2]).unwrap());
    println!("{}", serde_json::to_string(&Twice { _id: 0, id_: 1 }).unwrap());
}
E
cargo run -q > out 2> log || { cat log >&2; exit 1; }
want 'serde, camelCase' '{"x1":0,"http2Url":0,"aB":0,"id":0}' "$(sed -n 1p out)"
want 'serde, snake_case' '["i_o_error","http2_url","v2"]' "$(sed -n 2p out)"
want 'serde, two fields of one key' '{"id":0,"id":1}' "$(sed -n 3p out)"
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check pydantic==2.14.4
names() { venv/bin/python -c "import sys; from pydantic.alias_generators import $1 as f; print(*map(f, sys.argv[1:]))" "${@:2}"; }
want 'pydantic, to_camel' 'x1 http2Url a__B _id' "$(names to_camel x_1 http2_url a__b _id)"
want 'pydantic, to_snake' 'io_error http_2_url v2' "$(names to_snake IOError Http2Url V2)"
