from .c import y
from . import c
from ..b import x
from .. import b
from pkg.gone import z
from pkgs.b import w
import pkg.b
import os.path
