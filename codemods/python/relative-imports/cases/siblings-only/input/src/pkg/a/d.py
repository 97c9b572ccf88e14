from pkg.a.c import y
from pkg.b import x
