import os

__name__ = "other"


class A:
    pass


class B:
    pass
