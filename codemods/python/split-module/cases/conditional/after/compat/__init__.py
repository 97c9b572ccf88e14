"""Fallbacks."""
import sys

from ._json import loads as loads
try:
    from ._json import future as future
except ImportError:
    pass
from ._use import parse as parse, version as version
