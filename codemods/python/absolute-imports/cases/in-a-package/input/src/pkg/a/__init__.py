from .c import y
