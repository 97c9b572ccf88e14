def a():
    return 1


from .other import x


def b():
    return x()
