from ._rate import RATE

__name__ = "m"


def double(value):
    return value * RATE


PRICE = double(10)
