from ._area import area as area
from ._volume import volume as volume

try:
    from fast import *
except ImportError:
    pass
