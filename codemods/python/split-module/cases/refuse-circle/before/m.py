def a(n):
    return n and b(n - 1)


def b(n):
    return n and a(n - 1)
