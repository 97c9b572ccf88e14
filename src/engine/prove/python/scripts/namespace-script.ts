import { CODE_FUNCTIONS } from './code-functions.ts';
import { DJANGO_SETUP } from './django-setup.ts';
import { STATE_FUNCTIONS } from './state-functions.ts';

/**
 * Describes a module's namespace and the code of all functions in it, and tries what writes to the module reach. Arguments: JSON with
 * module, family (dotted names of its parts), patched names and settings.
 */
export const NAMESPACE_SCRIPT = `
import bisect, builtins, collections, dis, functools, gc, hashlib, importlib, importlib.util, inspect, json, os, re, sys, types
asked = json.loads(sys.argv[1])
OWN = {"__name__", "__doc__", "__file__", "__loader__", "__spec__", "__package__", "__path__", "__cached__", "__builtins__", "__getattr__", "__dir__", "__annotations__"}
SIMPLE = (int, float, complex, str, bytes, bool, type(None))


${CODE_FUNCTIONS}

def signature(value):
    try:
        return ADDRESS.sub("", str(inspect.signature(value)))
    except (TypeError, ValueError):
        return None


def has(value, name):
    # An object may answer to every name, or raise another error than AttributeError: it is not asked.
    return inspect.getattr_static(value, name, ADDRESS) is not ADDRESS


${STATE_FUNCTIONS}


def describe(value, module):
    kind = type(value)
    said = {"type": f"{kind.__module__}.{kind.__qualname__}"}
    if isinstance(value, type):
        said.update(module=value.__module__, qualname=value.__qualname__, doc=value.__doc__ if isinstance(value.__doc__, str) else None, signature=signature(value))
        said["mro"] = [f"{one.__module__}.{one.__qualname__}" for one in value.__mro__]
        if value.__module__ == module:
            said["members"] = {name: [type(one).__name__, signature(one) if callable(one) else None, getattr(one, "__qualname__", None)] for name, one in sorted(vars(value).items()) if name not in ("__dict__", "__weakref__", "__firstlineno__", "__static_attributes__")}
    elif isinstance(value, types.ModuleType):
        said["name"] = value.__name__
    elif callable(value) and has(value, "__qualname__"):
        said.update(module=getattr(value, "__module__", None), qualname=value.__qualname__, doc=getattr(value, "__doc__", None), signature=signature(value))
    else:
        # A TypeVar, a NewType and their like say where they come from; an object of a class repeats what its class says.
        said["module"] = getattr(value, "__module__", None) if has(value, "__module__") else None
        if not isinstance(said["module"], str):
            del said["module"]
    return said


def value_of(value):
    if holds(value):
        return shape(value, [20000])
    if not isinstance(value, (type, types.ModuleType)) and not callable(value) and has(value, "__len__"):
        try:
            return len(value)
        except Exception:
            pass
    return None


def annotations(module):
    # Evaluated when they are asked for since 3.14: what cannot be is the same on both sides.
    try:
        return {name: show(value) for name, value in getattr(module, "__annotations__", {}).items()}
    except Exception as error:
        return {"": repr(error)}


def functions(space, homes):
    found, seen = {}, set()

    def visit(path, value, depth):
        while isinstance(value, (staticmethod, classmethod)) or (has(value, "__wrapped__") and not isinstance(value, (type, types.FunctionType))):
            value = getattr(value, "__func__", None) or value.__wrapped__
        if isinstance(value, functools.partial):
            value = value.func
        if isinstance(value, property):
            for part in ("fget", "fset", "fdel"):
                visit(f"{path}.{part}", getattr(value, part), depth)
        elif isinstance(value, types.FunctionType):
            if id(value.__globals__) in homes and id(value) not in seen:
                seen.add(id(value))
                found[path] = value
            if has(value, "__wrapped__") and depth < 6:
                visit(path + ".__wrapped__", value.__wrapped__, depth + 1)
        elif isinstance(value, type) and depth < 6 and id(value) not in seen and value.__module__ in asked["names"]:
            seen.add(id(value))
            for name, one in sorted(vars(value).items()):
                visit(f"{path}.{name}", one, depth + 1)

    for name in sorted(space):
        visit(name, space[name], 0)
    return found


def global_reads(code):
    names = {one.argval for one in dis.get_instructions(code) if one.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            names |= global_reads(const)
    return names


${DJANGO_SETUP}

# Functions that import what they need may only run when all parts are there.
early, cuts = set(), asked.get("cuts", [])
if cuts:
    sys.setprofile(lambda frame, event, argument: early.add(frame.f_code) if event == "call" else None)
set_up()
module = importlib.import_module(asked["module"])
sys.setprofile(None)
asked["names"] = [asked["module"], *asked["family"]]
parts = [sys.modules[name] for name in asked["family"] if name in sys.modules and name != asked["module"]]
space = {name: getattr(module, name) for name in dir(module) if name not in OWN and hasattr(module, name)}
homes = {id(vars(one)) for one in (module, *parts)}
found = functions(space, homes)
answer = {"namespace": {name: describe(value, asked["module"]) for name, value in space.items() if not any(value is part for part in parts)}}
answer["values"] = {name: value_of(value) for name, value in space.items() if name in answer["namespace"]}
answer["subclasses"] = subclasses(space)
answer["elsewhere"] = elsewhere(asked["names"])
answer["part_names"] = [name for name, value in space.items() if isinstance(value, types.ModuleType) and any(value is part for part in parts)]
answer["annotations"] = annotations(module)
answer["doc"] = module.__doc__
answer["all"] = list(module.__all__) if hasattr(module, "__all__") else None
star = {}
exec(f"from {asked['module']} import *", star)
answer["star"] = sorted(name for name in star if name != "__builtins__")
answer["code"] = {}
answer["lines"] = {}
answer["apart"] = []
# Read before a name is set: the module may be one that this program works with.
reads = {path: global_reads(function.__code__) for path, function in found.items()}
for path, function in found.items():
    package = function.__globals__.get("__package__") or ""
    answer["code"][path] = digest(function.__code__, package)
    answer["lines"][path] = function.__code__.co_firstlineno
    for name in sorted(reads[path]):
        here = function.__globals__.get(name, getattr(builtins, name, None))
        there = getattr(module, name, getattr(builtins, name, None))
        if here is not there and name not in OWN:
            answer["apart"].append(f"{path} reads another {name}")
for part, name in cuts:
    if getattr(sys.modules[part], name) is not getattr(module, name):
        answer["apart"].append(f"functions import another {name} from {part}")
files, stems = {getattr(part, "__file__", None) for part in parts}, {part.rpartition(".")[2] for part, _ in cuts}
for code in sorted(early, key=lambda one: (one.co_filename, one.co_firstlineno)):
    if code.co_filename in files and code.co_name != "<module>":
        asks = {one.argval.rpartition(".")[2] for one in dis.get_instructions(code) if one.opname == "IMPORT_NAME"}
        if asks & stems:
            answer["apart"].append(f"{code.co_name} runs while the module is imported, and imports a part")
answer["unreached"] = []
for name in asked["patched"]:
    if name in OWN or name == "__class__":
        continue
    mark, had = object(), hasattr(module, name)
    old = getattr(module, name, None)
    setattr(module, name, mark)
    for path, function in found.items():
        if name in reads[path] and function.__globals__.get(name) is not mark:
            answer["unreached"].append(f"{path} does not see what is set as {name}")
            break
    for part, cut in cuts:
        if cut == name and getattr(sys.modules[part], name, None) is not mark:
            answer["unreached"].append(f"functions that import {name} from {part} do not see what is set as {name}")
    if had:
        setattr(module, name, old)
    else:
        delattr(module, name)
answer["files"] = {one.__name__ if one is module else one.__spec__.name: getattr(one, "__file__", None) for one in (module, *parts)}
sys.stdout.flush()
print("\\n\\x1e" + json.dumps(answer, sort_keys=True))
`;
