__name__ = "m"

try:
    from .kinds import make
    UNSET = make("UNSET")
except ImportError:
    UNSET = object()


def windowed(items, fill=UNSET):
    return [items, fill]
