from _tool_a import a

__name__ = "tool"


def b():
    return a()
