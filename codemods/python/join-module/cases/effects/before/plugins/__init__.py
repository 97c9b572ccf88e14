"""Plugins."""

from ._registry import (
    REGISTRY as REGISTRY,
    register as register,
    helper as helper,
)
from ._first import First as First
from ._second import Second as Second
