def b():
    return 1


def a(name):
    return globals().get(name)
