from . import c
from .c import y  # kept
from ..b import (
    x,
)
from .. import b as bee
from ... import out
import os


def f():
    from .. a import c
