cache = {}


def grow(size):
    global cache
    cache = dict.fromkeys(range(size))
    return cache


def double(n):
    return 2 * n
