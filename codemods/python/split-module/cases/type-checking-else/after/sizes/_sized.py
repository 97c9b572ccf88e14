from ._protocol import Protocol

__name__ = "sizes"


class Sized(Protocol):
    pass
