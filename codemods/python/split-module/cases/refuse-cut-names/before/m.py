def late():
    return early


def early():
    return late(), locals()
