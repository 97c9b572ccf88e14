def area(r):
    return 3 * r * r


def volume(r, h):
    return area(r) * h


try:
    from fast import *
except ImportError:
    pass
