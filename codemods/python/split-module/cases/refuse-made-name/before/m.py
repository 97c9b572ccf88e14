import enum

Colour = enum.Enum("Colour", "RED BLUE")
globals().update(Colour.__members__)


def paint(colour=None):
    return colour or RED
