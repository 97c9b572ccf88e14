"""Trees."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

from ._walk import walk as walk
from ._size import size as size
