import sys

__name__ = "m"

if sys.version_info < (3,):
    value = 1
else:
    def helper():
        return 2

    value = helper()
    del helper
