"""Pairs."""

# Parts of this module:
#   _left: about left
#   _right: about right

from ._left import left as left
from ._right import right as right
