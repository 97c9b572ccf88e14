__unittest = True

from ._fail import fail as fail
