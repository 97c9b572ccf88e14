from pkg.a import c
from pkg.a.c import y  # kept
from pkg.b import (
    x,
)
from pkg import b as bee
from ... import out
import os


def f():
    from pkg.a import c
