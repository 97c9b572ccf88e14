import traceback

_HERE = ()


def place():
    global _HERE
    _HERE = _HERE or traceback.extract_stack(limit=2)[-1]
    return _HERE


def is_here(frame):
    return (frame.f_code.co_filename, frame.f_lineno) == place()[:2]
