# python3 python-oracle.py < list: what CPython's own parser sees in each file, one line of JSON a file; the first line is its version.
import ast
import json
import platform
import re
import sys
import unicodedata
import warnings

KINDS = {
    "If": "ifs",
    "IfExp": "conditionals",
    "For": "loops",
    "AsyncFor": "loops",
    "While": "loops",
    "Try": "tries",
    "TryStar": "tries",
    "ExceptHandler": "handlers",
    "With": "withs",
    "AsyncWith": "withs",
    "Lambda": "lambdas",
    "Call": "calls",
    "ClassDef": "classes",
    "FunctionDef": "defs",
    "AsyncFunctionDef": "defs",
    "Return": "returns",
    "Raise": "raises",
    "Assert": "asserts",
    "Delete": "deletes",
    "Import": "imports",
    "ImportFrom": "imports",
    "Global": "globals",
    "Nonlocal": "globals",
    "Await": "awaits",
    "Yield": "yields",
    "YieldFrom": "yields",
    "NamedExpr": "walruses",
    "Match": "matches",
    "match_case": "cases",
    "comprehension": "comprehensions",
}


NAMED = {
    "Name": lambda node: [node.id],
    "Attribute": lambda node: [node.attr],
    "keyword": lambda node: [node.arg],
    "arg": lambda node: [node.arg],
    "MatchMapping": lambda node: [node.rest],
    "MatchClass": lambda node: node.kwd_attrs,
    "Global": lambda node: node.names,
    "Nonlocal": lambda node: node.names,
    "ImportFrom": lambda node: (node.module or "").split("."),
    "alias": lambda node: [*("" if node.name == "*" else node.name).split("."), node.asname],
}
for one in "FunctionDef AsyncFunctionDef ClassDef TypeVar ParamSpec TypeVarTuple ExceptHandler MatchAs MatchStar".split():
    NAMED[one] = lambda node: [node.name]


def names_of(node):
    """Every identifier that stands in the text of this node itself."""
    return [name for name in NAMED.get(type(node).__name__, lambda _: [])(node) if name]


class Offsets:
    """UTF-16 offsets of CPython's lines and columns of UTF-8 bytes."""

    def __init__(self, text):
        self.text = text
        self.lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + width(line))

    def at(self, line, column):
        whole = self.lines[line - 1]
        before = whole if whole.isascii() else None
        if before is not None:
            return self.starts[line - 1] + column
        return self.starts[line - 1] + width(whole.encode()[:column].decode())


def width(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def statement_range(node, offsets, shift):
    first = (node.lineno, node.col_offset)
    start = offsets.at(*first)
    decorators = getattr(node, "decorator_list", [])
    if decorators:
        line, column = decorators[0].lineno, decorators[0].col_offset
        before = offsets.lines[line - 1].encode()[:column].decode()
        while "@" not in before:
            line -= 1
            before = offsets.lines[line - 1]
        start = offsets.starts[line - 1] + width(before[: before.rindex("@")])
    return [start + shift, offsets.at(node.end_lineno, node.end_col_offset) + shift]


def look(path):
    with open(path, "rb") as file:
        raw = file.read()
    try:
        text = raw.decode("utf-8")
        if re.search(rb"^[ \t\f]*#.*?coding[:=][ \t]*(?!utf-?8)[-\w.]+", b"\n".join(raw.split(b"\n")[:2]), re.M | re.I):
            return {"path": path, "errors": 1}
        shift = 1 if text.startswith("\ufeff") else 0
        tree = ast.parse(text[shift:])
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {"path": path, "errors": 1}
    offsets = Offsets(text[shift:])
    counts = {}

    def count(name, by=1):
        counts[name] = counts.get(name, 0) + by

    bodies = []
    for node in ast.walk(tree):
        kind = KINDS.get(type(node).__name__)
        if kind is not None:
            count(kind)
        if kind in ("defs", "classes"):
            count("decorators", len(node.decorator_list))
        if isinstance(node, ast.BoolOp):
            count("logical", len(node.values) - 1)
        if kind == "defs":
            bodies.append(statement_range(node.body[0], offsets, shift)[0])
        for name in names_of(node):
            count("name " + unicodedata.normalize("NFKC", name))
    statements = [statement_range(node, offsets, shift) for node in tree.body]
    return {"path": path, "errors": 0, "statements": statements, "bodies": sorted(bodies), "counts": counts}


warnings.simplefilter("ignore")
sys.setrecursionlimit(20_000)
print(json.dumps({"version": platform.python_version()}))
for name in json.load(sys.stdin):
    print(json.dumps(look(name)))
