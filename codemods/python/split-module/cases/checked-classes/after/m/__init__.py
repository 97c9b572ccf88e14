"""Texts."""

import typing as t

if t.TYPE_CHECKING:
    import typing_extensions as te

    from collections.abc import Iterator
    from collections.abc import Sequence

    class Basic(te.Protocol):
        def gettext(self, message: str) -> str: ...

    class Context(Basic):
        def pgettext(self, context: str, message: str) -> str: ...

    Supported = t.Union[Basic, Context]

from ._making import make as make
from ._basics import basic as basic
from ._walking import walk as walk


def plain() -> int:
    return 1
