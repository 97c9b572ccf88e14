from ._a import value

__name__ = "m"


def b():
    return value
