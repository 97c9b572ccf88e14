from math import *

__name__ = "token_names"


def area(r):
    return pi * r * r
