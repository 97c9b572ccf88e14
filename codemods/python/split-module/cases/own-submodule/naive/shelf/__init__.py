from . import keys

from ._find import find as find


def first(shelf):
    return find(shelf)
