from .c import y
from ..b import x
