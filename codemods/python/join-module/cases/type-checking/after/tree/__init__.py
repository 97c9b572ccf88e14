"""Trees."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

def walk(tree: Sequence[object]) -> Iterator[object]:
    for item in tree:
        yield item


def size(tree):
    return len(list(walk(tree)))
