import enum

Colour = enum.Enum("Colour", "RED BLUE")
globals().update(Colour.__members__)

from ._paint import paint as paint
