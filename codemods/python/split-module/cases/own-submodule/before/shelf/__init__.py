from . import keys


def find(shelf, key=keys.plain):
    return shelf[key(0)]


def first(shelf):
    return find(shelf)
