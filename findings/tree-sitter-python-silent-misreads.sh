#!/usr/bin/env bash
# What:         valid Python that the grammar reads as something else, without an error node
# Versions:     tree-sitter-python 0.23.6, tree-sitter 0.26.0 (PyPI)
# A good guess: a tree without ERROR and MISSING nodes is a right tree; `has_error` is the check to make
# Seen:         `type(x).count = 1` is a type alias and not an assignment; in `except A, B:` (valid since 3.14) B is the name that
#               the exception is bound to, as in `except A as B`; `print >>out, x` is a print statement of Python 2
# Matters:      who asks the tree for writes misses one, and a rename of B renames a class for a variable; no check of errors helps
# Live with it: ask `ast` of the interpreter too, or treat a type alias whose left side is no plain name as an assignment
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check tree-sitter==0.26.0 tree-sitter-python==0.23.6
cat > t.py <<'E'
import sys
import tree_sitter_python
from tree_sitter import Language, Parser
root = Parser(Language(tree_sitter_python.language())).parse(sys.argv[1].encode()).root_node
def kinds(node):
    yield node.type
    for child in node.named_children:
        yield from kinds(child)
kind = next(kind for kind in sys.argv[2:] if kind in list(kinds(root)))
clause = next((c for c in root.named_children[0].named_children if c.type == "except_clause"), None)
alias = clause and clause.child_by_field_name("alias")
print("error" if root.has_error else "no error", kind, alias.text.decode() if alias else "-")
E
read() { venv/bin/python t.py "$@"; }
want 'type(x).count = 1' 'no error type_alias_statement -' "$(read $'type(x).count = 1\n' assignment type_alias_statement)"
want 'kind(x).count = 1' 'no error assignment -' "$(read $'kind(x).count = 1\n' assignment type_alias_statement)"
want 'except A, B: (the alias)' 'no error except_clause B' "$(read $'try:\n    pass\nexcept A, B:\n    pass\n' except_clause)"
want 'print >>out, x' 'no error print_statement -' "$(read $'print >>out, x\n' print_statement binary_operator)"
