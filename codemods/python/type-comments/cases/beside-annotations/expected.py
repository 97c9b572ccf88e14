def one(a: int) -> int:
    return a


def two(a: 'List["C"]', b: int) -> None:
    pass


count: int = 0
names: "List[str]" = []
