from json import loads
from pickle import loads


def one():
    return loads(b"")


def three():
    return loads(one())
