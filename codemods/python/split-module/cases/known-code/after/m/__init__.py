import sys

from . import _compat as _compat
try:
    from ._compat import fail as fail
except ImportError:
    pass
from ._use import use as use
