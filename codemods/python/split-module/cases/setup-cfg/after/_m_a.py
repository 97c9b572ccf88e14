__name__ = "m"


def a():
    return b()


def b():
    return 1
