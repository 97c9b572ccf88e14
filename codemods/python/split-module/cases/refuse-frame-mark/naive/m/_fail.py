__name__ = "m"


def fail():
    raise ValueError
