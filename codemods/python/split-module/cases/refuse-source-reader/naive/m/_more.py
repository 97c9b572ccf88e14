from pydantic import BaseModel

__name__ = "m"


class Documented(BaseModel, use_attribute_docstrings=True):
    size: int
    """How large."""


class More(Documented):
    name: str
    """Which."""
