__package__ = "q"
from .x import y
