#!/usr/bin/env bash
# What:         the comment above a table header belongs to the table before it
# Versions:     tomlkit 0.15.2 (PyPI)
# A good guess: `# settings of b` above `[tool.b]` is b's: new keys of a go above it, and deleting a leaves it
# Seen:         a new key of `[tool.a]` is written below b's comment, and deleting `[tool.a]` deletes b's comment
# Matters:      tools that write pyproject.toml (formatters, release tools, codemods) part comments from what they explain
# Live with it: put the key into the text behind the last line of its table, and carry comments over before a delete
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check tomlkit==0.15.2
cat > t.py <<'E'
import tomlkit
text = "[tool.a]\nx = 1\n\n# settings of b\n[tool.b]\ny = 2\n"
show = lambda document: print(" | ".join(tomlkit.dumps(document).splitlines()))
document = tomlkit.parse(text)
document["tool"]["a"]["new"] = 3
show(document)
document = tomlkit.parse(text)
del document["tool"]["a"]
show(document)
E
venv/bin/python t.py > out
want 'a key added to a' '[tool.a] | x = 1 |  | # settings of b | new = 3 | [tool.b] | y = 2' "$(sed -n 1p out)"
want 'a deleted' '[tool.b] | y = 2' "$(sed -n 2p out)"
