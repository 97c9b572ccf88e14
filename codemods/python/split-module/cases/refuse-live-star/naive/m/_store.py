__name__ = "m"

cache = {}


def grow(size):
    global cache
    cache = dict.fromkeys(range(size))
    return cache
