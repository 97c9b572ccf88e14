import sys


def use():
    return 1


if sys.version_info > (3,):
    fail = None
else:
    exec("fail = use")
