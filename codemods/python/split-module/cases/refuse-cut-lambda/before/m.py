def late():
    return early


def early():
    return lambda: late()
