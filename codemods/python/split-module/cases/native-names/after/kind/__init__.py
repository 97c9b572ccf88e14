"""Kinds."""

from ._kind import Kind as Kind
from ._make import kind as kind
