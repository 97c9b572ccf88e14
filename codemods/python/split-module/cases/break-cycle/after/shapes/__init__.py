"""Shapes and what draws them."""
from math import pi

from ._shape import Shape as Shape
from ._canvas import Canvas as Canvas, measure as measure, Square as Square
