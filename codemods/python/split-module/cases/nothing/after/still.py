"""Still."""


def a():
    return 1
