from ._part import one as one, two as two


def three():
    return one() + two()
