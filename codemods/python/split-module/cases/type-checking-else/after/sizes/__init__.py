from typing import TYPE_CHECKING

from ._protocol import Protocol as Protocol
from ._sized import Sized as Sized
from ._give import give as give

if TYPE_CHECKING:
    from typing import Any
else:
    from builtins import object as Any
