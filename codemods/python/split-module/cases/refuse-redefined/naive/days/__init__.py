from ._year import LEAP as LEAP
from ._year import YEAR as YEAR

M29, M30 = 29, 30
del M29, M30, YEAR[28]


def length():
    return len(YEAR)
