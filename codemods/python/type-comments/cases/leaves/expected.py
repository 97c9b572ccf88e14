import attr


@attr.s
class C(object):
    x = 1  # type: int


@register
def one(a):
    # type: (int) -> None
    pass


def two(
    a,  # type: int
    b,  # type: str
):
    # type: (...) -> None
    pass


def three(a, b):
    # type: (int) -> None
    global g
    g = 1  # type: int
    for x in y:  # type: int
        pass
    c, d = 1, 2  # type: int, int
    e = f()  # type: ignore
