"""Hooks."""
import atexit

_seen = []


def note(x):
    _seen.append(x)


note("one")
