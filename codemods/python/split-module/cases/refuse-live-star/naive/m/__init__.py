from ._store import grow as grow

from . import _store as _store

_LIVE = {
    "cache": _store,
}


def __getattr__(name: str) -> object:
    if name in _LIVE:
        return getattr(_LIVE[name], name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list:
    return sorted({*globals(), *_LIVE})


def double(n):
    return 2 * n
