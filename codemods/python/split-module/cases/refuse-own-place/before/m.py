import traceback

HERE = ()


def place():
    global HERE
    HERE = HERE or traceback.extract_stack(limit=2)[-1]
    return HERE


def is_here(frame):
    return (frame.f_code.co_filename, frame.f_lineno) == place()[:2]
