from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__name__ = "tree"


def walk(tree: Sequence[object]) -> Iterator[object]:
    for item in tree:
        yield item
