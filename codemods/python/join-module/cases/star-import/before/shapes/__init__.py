"""Shapes."""
from math import *

from ._round import circle as circle
from ._straight import square as square
