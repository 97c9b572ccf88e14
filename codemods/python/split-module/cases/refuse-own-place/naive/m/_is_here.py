from ._place import place

__name__ = "m"


def is_here(frame):
    return (frame.f_code.co_filename, frame.f_lineno) == place()[:2]
