from ._store import grow as grow

from . import _store as _store
import sys as _sys
import types as _types

_LIVE = {
    "cache": _store,
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


def double(n):
    return 2 * n
