"""Boxes."""
from .size import SIZE


class Box:
    size = SIZE


def make():
    return Box()
