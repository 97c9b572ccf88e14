def a():
    return b()


def b():
    return 1


if __name__ == '__main__':
    a()
