__name__ = "days"

M29, M30 = [2] * 29, [4] * 30
LEAP = tuple(M29 + M30)
YEAR = list(LEAP)
del M29, M30, YEAR[28]
YEAR = tuple(YEAR)
