import os


class A:
    pass


__name__ = "other"


class B:
    pass
