"""Shapes."""
from math import *


def circle(r):
    return pi * r * r


def square(a):
    return a * a
