import sys

__name__ = "compat"

try:
    from fast_json import loads
except ImportError:
    from json import loads

if sys.version_info >= (3, 99):
    def future():
        return 1
