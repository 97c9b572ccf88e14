def helper():
    return 1


def one():
    return helper()
