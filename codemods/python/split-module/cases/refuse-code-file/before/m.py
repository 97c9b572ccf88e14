def level():
    return 1


SOURCE = level.__code__.co_filename


def use():
    return 2
