import typeguard as tg
from pydantic import BaseModel


class Checked:
    @tg.typechecked
    def twice(self, value: int) -> int:
        return value * 2


class Documented(BaseModel, use_attribute_docstrings=True):
    size: int
    """How large."""


class More(Documented):
    name: str
    """Which."""
