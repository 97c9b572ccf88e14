"""Prints what a compiled module really has: names, kinds, signatures, as JSON. Usage: python probe.py FOLDER MODULE"""

import importlib
import inspect
import json
import sys

sys.path.insert(0, sys.argv[1])


def signature_of(thing, drop):
    try:
        found = list(inspect.signature(thing).parameters.values())
    except (ValueError, TypeError):
        return None
    if drop and found and found[0].kind in (found[0].POSITIONAL_ONLY, found[0].POSITIONAL_OR_KEYWORD):
        found = found[1:]
    return [[one.name, one.kind.name, None if one.default is one.empty else default_of(one.default)] for one in found]


def default_of(value):
    return "..." if value is Ellipsis else repr(value)


def is_own(cls, name, bases):
    if name not in cls.__dict__ and name in bases:
        return False
    return name == "__call__" or not (name.startswith("__") and name.endswith("__"))


def member_of(cls, name):
    kind = type(cls.__dict__.get(name)).__name__
    value = getattr(cls, name)
    if kind in ("getset_descriptor", "member_descriptor"):
        return ["attribute", None]
    if kind == "staticmethod":
        return ["static", signature_of(value, False)]
    if kind == "classmethod_descriptor":
        return ["class-method", signature_of(value, False)]
    if kind == "wrapper_descriptor":
        return ["method", None]
    if kind == "method_descriptor":
        return ["method", signature_of(value, True)]
    if isinstance(value, type):
        return ["variant", signature_of(value, False)]
    return ["constant", None]


def members_of(cls):
    bases = {one for base in cls.__mro__[1:] for one in dir(base)}
    return {name: member_of(cls, name) for name in dir(cls) if is_own(cls, name, bases)}


OF_MODULES = ("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__file__", "__all__")


def kind_of(value):
    if isinstance(value, type(sys)):
        return ["module", describe(value)]
    if isinstance(value, type):
        if issubclass(value, BaseException) and not value.__dict__.get("about"):
            return ["exception", None]
        return ["class", {"new": signature_of(value, False), "members": members_of(value)}]
    if inspect.isbuiltin(value):
        return ["function", signature_of(value, False)]
    return ["constant", None]


def describe(module):
    return {name: kind_of(getattr(module, name)) for name in dir(module) if name not in OF_MODULES}


print(json.dumps(describe(importlib.import_module(sys.argv[2]))))
