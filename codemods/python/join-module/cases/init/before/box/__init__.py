"""Boxes."""
from .size import SIZE

from ._make import Box as Box, make as make
