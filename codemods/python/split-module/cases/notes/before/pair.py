"""Pairs."""


def left(p):
    return p[0]


def right(p):
    return p[1]
