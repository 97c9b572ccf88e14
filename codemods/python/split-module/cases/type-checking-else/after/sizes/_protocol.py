from typing import TYPE_CHECKING

__name__ = "sizes"

if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object
