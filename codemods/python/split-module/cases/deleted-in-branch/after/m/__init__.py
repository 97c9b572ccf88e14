import sys

from ._a import value as value
try:
    from ._a import helper as helper
except ImportError:
    pass
from ._b import b as b
