#!/usr/bin/env bash
# What:         `cargo fmt` in a workspace's root formats every member, although a root package stands there
# Versions:     cargo 1.95.0, rustfmt 1.9.0 of the same toolchain (any stable of 2026 will do)
# A good guess: like `cargo clippy` and `cargo test` it means the root package alone, and `--all` is for the rest
# Seen:         `cargo fmt --check` in the root names the member's file; in the member's folder it does not name the root's
# Matters:      who judges a CI lane by its flags calls `cargo fmt --check` partial where it covers every crate
# Live with it: in the root, with or without a root package, read `cargo fmt` as `cargo fmt --all`; elsewhere as that package
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
echo "$(cargo --version), $(rustfmt --version)"
mkdir -p src member/src
printf '[package]\nname = "orchard"\nversion = "0.1.0"\nedition = "2021"\n\n[workspace]\nmembers = ["member"]\n' > Cargo.toml
printf '[package]\nname = "member"\nversion = "0.1.0"\nedition = "2021"\n' > member/Cargo.toml
printf 'pub fn root( ) {}\n' > src/lib.rs
printf 'pub fn member( ) {}\n' > member/src/lib.rs
named() { (cd "$1" && cargo fmt --check 2> /dev/null || true) | grep -o '[a-z]*/src/lib.rs\|'"${work##*/}"'/src/lib.rs' | sed "s/${work##*/}/root/" | sort -u | tr '\n' ' '; }
want 'in the root it names' 'member/src/lib.rs root/src/lib.rs ' "$(named .)"
want 'in the member it names' 'member/src/lib.rs ' "$(named member)"
tested=$(cargo test --offline --no-run 2>&1 | grep -c 'member' || true)
want 'cargo test in the root builds the member' 0 "$tested"
