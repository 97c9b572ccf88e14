__name__ = "pair"


def left(p):
    return p[0]
