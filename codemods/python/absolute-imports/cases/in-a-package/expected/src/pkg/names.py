from pkg import a


def named(view, name):
    view.__name__ = name
    return a, view
