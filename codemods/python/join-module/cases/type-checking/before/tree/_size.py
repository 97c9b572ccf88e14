from __future__ import annotations

from ._walk import walk

__name__ = "tree"


def size(tree):
    return len(list(walk(tree)))
