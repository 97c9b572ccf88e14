"""Usage."""


def usage():
    return __doc__


def b():
    return 1
