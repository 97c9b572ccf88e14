try:
    from ._compat import fail
except ImportError:
    pass

__name__ = "m"


def use():
    fail(ValueError, "no")
