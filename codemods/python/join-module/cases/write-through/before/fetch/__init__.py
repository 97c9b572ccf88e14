"""Fetches."""
import time

from ._get import pause as pause, get as get
from ._loop import RETRIES as RETRIES, fetch as fetch

from . import _get as _get
from . import _loop as _loop
import sys as _sys
import types as _types

_PARTS = (_get, _loop)


class _Facade(_types.ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if not (name.startswith("__") and name.endswith("__")):
            for part in _PARTS:
                setattr(part, name, value)

    def __delattr__(self, name: str) -> None:
        super().__delattr__(name)
        if not (name.startswith("__") and name.endswith("__")):
            for part in _PARTS:
                vars(part).pop(name, None)


_sys.modules[__name__].__class__ = _Facade
