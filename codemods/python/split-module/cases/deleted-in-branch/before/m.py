import sys

if sys.version_info < (3,):
    value = 1
else:
    def helper():
        return 2

    value = helper()
    del helper


def b():
    return value
