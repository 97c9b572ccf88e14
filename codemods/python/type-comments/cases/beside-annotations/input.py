def one(a: int) -> int:
    return a


def two(a, b):
    # type: (List["C"], int) -> None
    pass


count = 0  # type: int
names = []  # type: List[str]
