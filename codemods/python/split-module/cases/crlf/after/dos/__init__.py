"""Dos."""
import re

from ._a import a as a
from ._b import b as b
