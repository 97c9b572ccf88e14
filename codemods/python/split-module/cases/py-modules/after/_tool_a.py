__name__ = "tool"


def a():
    return 1
