from __future__ import annotations


def late():
    return early


def early(way: late):
    return late()
