RATE = 2


def double(value):
    return value * RATE


PRICE = double(10)
RATE = 3
