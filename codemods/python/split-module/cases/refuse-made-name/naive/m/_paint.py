__name__ = "m"


def paint(colour=None):
    return colour or RED
