"""Plugins."""


REGISTRY = []


def register(cls):
    REGISTRY.append(cls)
    return cls


def helper():
    return [cls.__name__ for cls in REGISTRY]


@register
class First:
    pass


@register
class Second:
    pass
