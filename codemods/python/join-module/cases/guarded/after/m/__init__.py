"""Marks."""


try:
    from .kinds import make
    UNSET = make("UNSET")
except ImportError:
    UNSET = object()


def windowed(items, fill=UNSET):
    return [items, fill]


def plain(items):
    return windowed(items, UNSET)
