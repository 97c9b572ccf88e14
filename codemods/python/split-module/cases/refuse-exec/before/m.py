def a(code):
    exec(code)


def b():
    return 1
