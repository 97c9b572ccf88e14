__name__ = "pair"


def right(p):
    return p[1]
