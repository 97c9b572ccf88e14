from ._load import load as load
from ._run import run as run

from . import _load as _load
from . import _run as _run
import sys as _sys
import types as _types

_PARTS = (_load, _run)


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
