"""Hooks."""
import atexit

from ._notes import _seen as _seen, note as note
