BASE = 1

from ._part import one as one
