"""Fallbacks."""
import sys

try:
    from fast_json import loads
except ImportError:
    from json import loads

if sys.version_info >= (3, 99):
    def future():
        return 1


def parse(text):
    return loads(text)


def version():
    return sys.version_info[:2]
