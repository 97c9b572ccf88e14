import sys

__name__ = "m"

OLD = sys.version_info < (4,)

if OLD:
    class Meta(type):
        kind = "meta"


if OLD:
    del Meta
