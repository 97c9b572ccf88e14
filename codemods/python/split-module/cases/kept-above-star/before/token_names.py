__author__ = "Ann"

from math import *


def area(r):
    return pi * r * r
