M29, M30 = 29, 30
LEAP = (2,) * 59
YEAR = list(LEAP)
del M29, M30, YEAR[28]
YEAR = tuple(YEAR)


def length():
    return len(YEAR)
