# Copyright the shop authors.
# mypy: strict-optional
from __future__ import annotations

from typing import Iterable  # noqa: I001

__name__ = "shop.orders"


# --- lines -------------------------------------------------

# One line of an order.
class Line:
    """A line."""

    def __init__(self, name: str, price: float) -> None:
        self.name = name
        self.price = price

    def cents(self) -> int:
        from ..money import cents

        return cents(self.price)


def _total(lines: Iterable[Line]) -> int:  # the private sum
    return sum(line.cents() for line in lines)
