"""Table."""

from ._squares import SQUARES as SQUARES
from ._use import square as square
