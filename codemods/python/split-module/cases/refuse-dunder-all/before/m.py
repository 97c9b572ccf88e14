__all__ = ['a']


def a():
    return 1
