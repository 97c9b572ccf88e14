from .c import y
from pkg.b import x
