def a():
    return 1


def b():
    return a()


def a():
    return 2
