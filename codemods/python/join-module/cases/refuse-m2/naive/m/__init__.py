def helper():
    return 1


def one():
    return helper()


def helper():
    return 3


def three():
    return one() + helper()
