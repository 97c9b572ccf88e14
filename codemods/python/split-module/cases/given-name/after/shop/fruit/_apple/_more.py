__name__ = "shop.fruit"


class Apples:
    """Of the whole."""


def apples():
    return Apples()
