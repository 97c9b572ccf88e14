"""Counts."""
import time

__all__ = ["bump", "count", "label", "start", "started"]

from ._state import bump as bump, start as start
from ._labels import label as label

from . import _state as _state

_LIVE = {
    "count": _state,
    "started": _state,
}


def __getattr__(name: str) -> object:
    if name in _LIVE:
        return getattr(_LIVE[name], name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list:
    return sorted({*globals(), *_LIVE})
