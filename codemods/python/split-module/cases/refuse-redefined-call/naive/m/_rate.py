__name__ = "m"

RATE = 2
RATE = 3
