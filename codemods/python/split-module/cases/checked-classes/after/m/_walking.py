import typing as t

if t.TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

__name__ = "m"


def walk(all: "Sequence[object]") -> "Iterator[object]":
    yield from all
