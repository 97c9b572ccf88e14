from ._part import one as one


def helper():
    return 3


def three():
    return one() + helper()
