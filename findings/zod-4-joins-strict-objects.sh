#!/usr/bin/env bash
# What:         a strict object in an intersection forbids the other side's keys in zod 3, and not in zod 4
# Versions:     zod 3.25.76 and 4.6.7 (npm)
# A good guess: each side of an intersection is parsed by itself, so that a strict one refuses what only the other has
# Seen:         z.intersection(strict {a}, {b}) refuses {a, b} with zod 3 and takes it with zod 4; a key that neither has: both refuse where both are strict
# Matters:      a schema that nothing could satisfy begins to let payloads in with the upgrade, and a test that expects the refusal fails
# Live with it: use `.extend()` or `.merge()` for objects, whose rule about other keys is the same in both
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
npm install --silent --no-save --no-package-lock zod3@npm:zod@3.25.76 zod4@npm:zod@4.6.7
cat > ask.mjs <<'E2'
const { z } = await import(process.argv[2]);
const a = z.object({ a: z.string() }).strict();
const takes = (schema, value) => schema.safeParse(value).success;
console.log(
  [
    takes(z.intersection(a, z.object({ b: z.string() })), { a: '', b: '' }),
    takes(z.intersection(a, z.object({ b: z.string() }).strict()), { a: '', b: '' }),
    takes(z.intersection(a, z.object({ b: z.string() }).strict()), { a: '', b: '', c: '' }),
  ].join(' '),
);
E2
want 'one strict, both strict, and a key of neither, zod 3' 'false false false' "$(node ask.mjs zod3)"
want 'one strict, both strict, and a key of neither, zod 4' 'true true false' "$(node ask.mjs zod4)"
