"""Tool."""

from _tool_a import a as a
from _tool_b import b as b
