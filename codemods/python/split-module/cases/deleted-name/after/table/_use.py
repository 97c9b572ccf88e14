from ._squares import SQUARES

__name__ = "table"


def square(n):
    return SQUARES[n]
