__unittest = True


def fail():
    raise ValueError
