"""Texts."""

import typing as t

if t.TYPE_CHECKING:
    import typing_extensions as te

    from collections.abc import Iterator
    from collections.abc import Sequence

    class Basic(te.Protocol):
        def gettext(self, message: str) -> str: ...

    class Context(Basic):
        def pgettext(self, context: str, message: str) -> str: ...

    Supported = t.Union[Basic, Context]


def make(one: "Supported") -> str:
    return one.gettext("a")


def basic(one: "Basic") -> str:
    return one.gettext("b")


def walk(all: "Sequence[object]") -> "Iterator[object]":
    yield from all


def plain() -> int:
    return 1
