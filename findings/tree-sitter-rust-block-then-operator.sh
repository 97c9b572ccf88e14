#!/usr/bin/env bash
# What:         `if b {} && true;` as a statement is read as an operator with the `if` on its left
# Versions:     tree-sitter-rust 0.24.0, tree-sitter 0.26.0 (PyPI), syn 3.0.10 (crates.io)
# A good guess: the grammar knows that a block-like expression ends its statement, as it does for `*`, `&` and `-` behind one
# Seen:         for `*`, `&` and `-` it does; for `&&` it makes one binary expression, where rustc and syn see `if b {}` and then
#               `&&true` (a reference to a reference); no error node tells
# Matters:      complexity, control flow and statement boundaries differ from the compiler's; a move by statements cuts elsewhere
# Live with it: where a statement is a binary expression whose left end is a block, take it as two
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
python3 -m venv venv && venv/bin/pip install -q --disable-pip-version-check tree-sitter==0.26.0 tree-sitter-rust==0.24.0
cat > t.py <<'E'
import sys
import tree_sitter_rust
from tree_sitter import Language, Parser
root = Parser(Language(tree_sitter_rust.language())).parse(("fn f(b: bool) { if b {} %s }" % sys.argv[1]).encode()).root_node
body = root.named_children[0].child_by_field_name("body")
print("error" if root.has_error else "no error", *(child.named_children[0].type for child in body.named_children))
E
want 'if b {} &x;' 'no error if_expression reference_expression' "$(venv/bin/python t.py '&x;')"
want 'if b {} -1;' 'no error if_expression unary_expression' "$(venv/bin/python t.py '-1;')"
want 'if b {} && true;' 'no error binary_expression' "$(venv/bin/python t.py '&& true;')"
mkdir src
printf '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2024"\n[dependencies]\nsyn = { version = "=3.0.10", features = ["full"] }\n' > Cargo.toml
cat > src/main.rs <<'E'
fn main() {
    let f: syn::ItemFn = syn::parse_str("fn f(b: bool) { if b {} && true; }").unwrap();
    let kinds: Vec<&str> = f.block.stmts.iter().map(|s| match s {
        syn::Stmt::Expr(syn::Expr::If(_), _) => "if",
        syn::Stmt::Expr(syn::Expr::Reference(_), _) => "reference",
        _ => "other",
    }).collect();
    println!("{}", kinds.join(" "));
}
E
want 'syn, the same' 'if reference' "$(cargo run -q 2> log || tail -30 log)"
