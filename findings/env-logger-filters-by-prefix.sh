#!/usr/bin/env bash
# What:         a log filter for one module also opens modules whose names begin like it
# Versions:     env_logger 0.11.12, log 0.4.35 (crates.io)
# A good guess: `app::net=debug` means the module net and its children, as paths are compared by segments
# Seen:         it is a prefix of the text: `app::network` logs at debug too
# Matters:      dividing `net` into `net` and `network`, or a new sibling, changes what CI and users see in logs, and what tests of logs read
# Live with it: give new modules names that begin with no sibling's name, or set a `target:` explicitly
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
mkdir src
printf '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nlog = "=0.4.35"\nenv_logger = { version = "=0.11.12", default-features = false }\n' > Cargo.toml
cat > src/main.rs <<'E'
mod net { pub mod inner { pub fn f() { log::debug!("net::inner") } } }
mod network { pub fn f() { log::debug!("network") } }
mod other { pub fn f() { log::debug!("other") } }
fn main() {
    env_logger::Builder::new().parse_filters("app::net=debug").target(env_logger::Target::Stdout).init();
    net::inner::f();
    network::f();
    other::f();
}
E
cargo run -q > out 2> log || { cat log >&2; exit 1; }
want 'messages with app::net=debug' 'net::inner network' "$(sed 's/.*] //' out | tr '\n' ' ' | sed 's/ $//')"
