import traceback

__name__ = "m"

HERE = ()


def place():
    global HERE
    HERE = HERE or traceback.extract_stack(limit=2)[-1]
    return HERE
