"""Counts."""
import time

__all__ = ["bump", "count", "label", "start", "started"]

from ._state import bump as bump, start as start
from ._labels import label as label

from . import _state as _state
import sys as _sys
import types as _types
import typing as _typing

if _typing.TYPE_CHECKING:
    from ._state import count as count
    from ._state import started as started

_LIVE = {
    "count": _state,
    "started": _state,
}


class _Facade(_types.ModuleType):
    def __getattr__(self, name: str) -> object:
        if name in _LIVE:
            return getattr(_LIVE[name], name)
        return super().__getattribute__(name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_LIVE})

    def __setattr__(self, name: str, value: object) -> None:
        if name in _LIVE:
            setattr(_LIVE[name], name, value)
            return
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        if name in _LIVE:
            delattr(_LIVE[name], name)
            return
        super().__delattr__(name)


_sys.modules[__name__].__class__ = _Facade
