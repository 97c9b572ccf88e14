from m import BASE


def one():
    return BASE
