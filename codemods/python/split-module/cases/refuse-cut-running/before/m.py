def late():
    return 1


def early():
    return late()


FIRST = early()
