__version__ = '1'


def a():
    return __version__
