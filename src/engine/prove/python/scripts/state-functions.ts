/**
 * Python: what running a module left behind, as data that is equal where it is: values of names, the order of subclasses, and what other
 * modules of the workspace hold. No code of the project's classes is run for it. Needs `show`, `has`, `SIMPLE`, collections,
 * gc, json, os, sys and types.
 */
export const STATE_FUNCTIONS = `TABLES = (dict, collections.OrderedDict, collections.defaultdict, collections.Counter)
LISTS = (list, tuple, collections.deque)
SETS = (set, frozenset)
ROOT = os.path.realpath(os.getcwd()) + os.sep


def called(value):
    return f"{value.__module__}.{value.__qualname__}"


def shape(value, left, depth=0):
    """Data inside of data, down to what has no value of its own; left counts what may still be looked at."""
    kind = type(value)
    left[0] -= 1
    if kind in SIMPLE:
        return show(value)
    if isinstance(value, type) or kind in (types.FunctionType, types.BuiltinFunctionType):
        return called(value)
    if issubclass(kind, types.ModuleType):
        return f"module {value.__name__}"
    title = f"{kind.__module__}.{kind.__qualname__}"
    if depth > 4 or left[0] < 0:
        return title
    inside = lambda one: shape(one, left, depth + 1)
    if kind in TABLES:
        return {title: [[inside(key), inside(one)] for key, one in list(value.items())[:500]]}
    if kind in LISTS:
        return {title: [inside(one) for one in list(value)[:500]]}
    if kind in SETS:
        return {title: sorted(json.dumps(inside(one)) for one in list(value)[:500])} if len(value) <= 500 else title
    if is_local(kind.__module__):
        try:
            own = object.__getattribute__(value, "__dict__")
        except AttributeError:
            return title
        return {title: [[key, inside(one)] for key, one in list(own.items())[:500]]} if type(own) is dict else title
    return title


def is_local(name):
    module = sys.modules.get(name) if isinstance(name, str) else None
    file = vars(module).get("__file__") if isinstance(module, types.ModuleType) else None
    return isinstance(file, str) and os.path.realpath(file).startswith(ROOT)


def holds(value):
    """Whether it is data at all: what is not says nothing by its type alone."""
    return type(value) in (*SIMPLE, *TABLES, *LISTS, *SETS) or is_local(type(value).__module__) and not isinstance(value, type)


def subclasses(space):
    """Below each base that is no builtin, the workspace's classes in the order in which they were made."""
    gc.collect()
    bases = {base for one in space.values() if isinstance(one, type) for base in one.__mro__ if base.__module__ != "builtins"}
    found = {}
    for base in bases:
        made = [called(one) for one in type.__subclasses__(base) if is_local(one.__module__)]
        if made:
            found[called(base)] = [*found.get(called(base), []), *made]
    return found


def elsewhere(own):
    """What the other modules of the workspace hold, and their classes."""
    found, left = {}, [50000]
    for name, module in sorted(sys.modules.items()):
        if name in own or not isinstance(module, types.ModuleType) or not is_local(name):
            continue
        for key, value in sorted(vars(module).items()):
            if key.startswith("__"):
                continue
            if holds(value):
                found[f"{name}.{key}"] = shape(value, left)
            if isinstance(value, type) and value.__module__ == name:
                for field, one in sorted(vars(value).items()):
                    if not field.startswith("__") and holds(one):
                        found[f"{name}.{key}.{field}"] = shape(one, left)
    return found`;
