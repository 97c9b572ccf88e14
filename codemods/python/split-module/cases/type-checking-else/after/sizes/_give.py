from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any
else:
    from builtins import object as Any

__name__ = "sizes"


def give(value: Any) -> Any:
    return value
