from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object

if TYPE_CHECKING:
    from typing import Any
else:
    from builtins import object as Any


class Sized(Protocol):
    pass


def give(value: Any) -> Any:
    return value
