def late():
    return early


def early():
    yield late()
