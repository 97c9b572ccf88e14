/** Python: code objects as text that is equal where they do the same; needs bisect, dis, hashlib, importlib.util, re and types. */
export const CODE_FUNCTIONS = `ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def ordered(value, depth=0):
    # Two equal sets may list their elements in another order: what hashes alike stands as it came, and a .pyc file reads it back in turn.
    kind = type(value)
    if depth > 5 or kind not in (set, frozenset, tuple, list):
        return repr(value)
    inside = [ordered(one, depth + 1) for one in value]
    return f"{kind.__name__}({', '.join(sorted(inside) if kind in (set, frozenset) else inside)})"


def show(value):
    text = ADDRESS.sub("", ordered(value))
    return text if len(text) < 2000 else hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def codes(code, package):
    # Where a name is imported at the top level, CPython calls its attributes without the shortcut for methods: the same call, other
    # instructions. So calls are compared without that difference, and jumps by the instruction that they reach.
    listed = []
    instructions = list(dis.get_instructions(code))
    kept = [one for one in instructions if one.opname not in ("PUSH_NULL", "EXTENDED_ARG", "NOP")]
    place = {}
    for one in reversed(instructions):
        place[one.offset] = bisect.bisect_left([two.offset for two in kept], one.offset) if one.is_jump_target else -1
    for i, one in enumerate(kept):
        value = one.argval
        name = {"LOAD_METHOD": "LOAD_ATTR", "LOAD_SUPER_METHOD": "LOAD_SUPER_ATTR"}.get(one.opname, one.opname)
        if isinstance(value, types.CodeType):
            value = codes(value, package)
        elif one.opcode in dis.hasjrel or one.opcode in dis.hasjabs:
            value = f"to {place.get(value, value)}"
        elif name == "IMPORT_NAME":
            levels = [back.argval for back in kept[max(0, i - 3):i] if back.opname in ("LOAD_CONST", "LOAD_SMALL_INT") and isinstance(back.argval, int)]
            level = levels[-1] if levels else 0
            value = "=" + (importlib.util.resolve_name("." * level + value, package) if level else value)
        elif name in ("LOAD_CONST", "LOAD_SMALL_INT") and type(value) is int and any(later.opname == "IMPORT_NAME" for later in kept[i:i + 3]):
            value = "level"
        listed.append((name, show(value) if not isinstance(value, str) else value))
    return (code.co_name, code.co_flags, code.co_varnames, code.co_freevars, code.co_cellvars, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, listed)


def digest(code, package):
    return hashlib.sha256(repr(codes(code, package)).encode("utf-8", "replace")).hexdigest()`;
