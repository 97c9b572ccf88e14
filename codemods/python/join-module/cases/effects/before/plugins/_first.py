from ._registry import register

__name__ = "plugins"


@register
class First:
    pass
