from typing import TYPE_CHECKING

from ._sized import Sized as Sized
from ._give import give as give

if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object

if TYPE_CHECKING:
    from typing import Any
else:
    from builtins import object as Any
