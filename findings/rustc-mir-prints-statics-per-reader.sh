#!/usr/bin/env bash
# What:         the MIR that rustc prints holds the bytes of a static once for each function that reads it: five characters a byte, each time
# Versions:     rustc 1.95.0
# A good guess: MIR says `[0; 65536]` as the source does, a static is printed where it is defined, and the text grows with the code
# Seen:         64 KiB of zeros: 1 kB of text with no reader, 349 kB with one, 698 kB with two; a `const` of the same type: 2 kB
# Matters:      a tool that compares MIR holds 365 MB of text for one test program of `bytes` (a static of 16 MiB, four readers), three builds of it at once
# Live with it: read the output line by line, and keep long runs of rows without a pointer as a hash
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
rustc --version
printed() { # KIND READERS
  echo "pub $1 ROOM: [u8; 1 << 16] = [0; 1 << 16];" > lib.rs
  for i in $(seq "$2"); do echo "pub fn reads$i() -> u8 { ROOM[$i] }" >> lib.rs; done
  RUSTC_BOOTSTRAP=1 rustc --edition 2021 --crate-type lib --crate-name room -Zunpretty=mir lib.rs > out.mir
  echo "$(grep -c ' │ ' out.mir || true) rows, $(($(wc -c < out.mir) / 1000)) kB"
}
want 'a static that nothing reads' '0 rows, 1 kB' "$(printed static 0)"
want 'a static with one reader' '4096 rows, 349 kB' "$(printed static 1)"
want 'a static with two readers' '8192 rows, 698 kB' "$(printed static 2)"
want 'a const with two readers' '0 rows, 2 kB' "$(printed const 2)"
