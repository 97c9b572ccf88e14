from pkg.a.c import y
from pkg.a import c
from pkg.b import x
from pkg import b
from pkg.gone import z
from pkgs.b import w
import pkg.b
import os.path
