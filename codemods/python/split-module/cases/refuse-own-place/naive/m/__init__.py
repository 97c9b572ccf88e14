import traceback

from ._place import place as place
from ._is_here import is_here as is_here

from . import _place as _place

_LIVE = {
    "_HERE": _place,
}


def __getattr__(name: str) -> object:
    if name in _LIVE:
        return getattr(_LIVE[name], name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list:
    return sorted({*globals(), *_LIVE})
