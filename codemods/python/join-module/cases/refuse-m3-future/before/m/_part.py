from __future__ import annotations


def one() -> Missing:
    return 1


def two():
    return 2
