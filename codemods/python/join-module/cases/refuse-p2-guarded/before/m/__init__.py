try:
    from ._part import one as one
except ImportError:
    pass


def three():
    return 3
