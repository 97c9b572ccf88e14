try:
    from ._part import one
except ImportError:
    one = None
