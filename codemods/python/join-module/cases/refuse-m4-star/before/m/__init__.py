from ._part import *


def three():
    return one() + two()
