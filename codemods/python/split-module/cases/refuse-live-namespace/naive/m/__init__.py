from ._store import grow as grow

from . import _store as _store

_LIVE = {
    "_size": _store,
}


def __getattr__(name: str) -> object:
    if name in _LIVE:
        return getattr(_LIVE[name], name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list:
    return sorted({*globals(), *_LIVE})


def state():
    return {name: value for name, value in globals().items() if name.endswith("size")}
