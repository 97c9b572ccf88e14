import sys as _sys

__name__ = "tool"


def say(text):
    _sys.stdout.write(text)
