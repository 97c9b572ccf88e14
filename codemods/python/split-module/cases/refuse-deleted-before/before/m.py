import sys

OLD = sys.version_info < (4,)

if OLD:
    class Meta(type):
        kind = "meta"


class Thing(metaclass=Meta):
    pass


if OLD:
    del Meta
