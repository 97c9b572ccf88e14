import sys

from ._meta import OLD as OLD
try:
    from ._meta import Meta as Meta
except ImportError:
    pass


class Thing(metaclass=Meta):
    pass
