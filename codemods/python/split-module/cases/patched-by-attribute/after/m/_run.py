from ._load import load

__name__ = "m"


def run():
    return load()
