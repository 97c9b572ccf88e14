import sys

from base import serve


def leave(id, params):
    sys.stderr.write("cannot list: the table is gone\n")
    sys.exit(3)


serve(tools__list=leave)
