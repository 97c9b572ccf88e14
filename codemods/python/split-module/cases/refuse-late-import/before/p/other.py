from .m import a


def x():
    return a()
