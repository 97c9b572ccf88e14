from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

__name__ = "sizes"


class Sized(Protocol):
    pass
