from ._log import note

__name__ = "m"


class First:
    place = note("first")


class Last:
    place = note("last")
