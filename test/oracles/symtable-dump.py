"""Prints, for each file named on stdin, the scopes that CPython's own symtable module sees: one JSON line a file."""

import json
import platform
import symtable
import sys

FLAGS = (
    ("P", "is_parameter"),
    ("L", "is_local"),
    ("G", "is_global"),
    ("D", "is_declared_global"),
    ("N", "is_nonlocal"),
    ("F", "is_free"),
    ("I", "is_imported"),
    ("A", "is_assigned"),
    ("R", "is_referenced"),
)


def rows(table):
    todo = [(table, "")]
    while todo:
        scope, path = todo.pop()
        path = f"{path}/{scope.get_name()}@{scope.get_lineno()}"
        names = sorted(
            symbol.get_name() + ":" + "".join(letter for letter, ask in FLAGS if getattr(symbol, ask)())
            for symbol in scope.get_symbols()
            if symbol.get_name() != ".0"
        )
        yield f"{path} {scope.get_type()} {' '.join(names)}"
        todo += [(child, path) for child in scope.get_children()]


print(json.dumps({"version": platform.python_version()}))
for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        print(json.dumps({"path": path, "scopes": sorted(rows(symtable.symtable(text, path, "exec")))}))
    except (SyntaxError, UnicodeDecodeError, ValueError, RecursionError) as error:
        print(json.dumps({"path": path, "error": type(error).__name__}))
