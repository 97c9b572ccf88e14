"""Plugins."""
REGISTRY = []


def register(cls):
    REGISTRY.append(cls)
    return cls


@register
class First:
    pass


def helper():
    return [cls.__name__ for cls in REGISTRY]


@register
class Second:
    pass
