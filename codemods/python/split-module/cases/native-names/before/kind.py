"""Kinds."""


class Kind:
    pass


def kind():
    return Kind()
