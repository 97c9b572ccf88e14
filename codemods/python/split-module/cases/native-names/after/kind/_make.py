from ._kind import Kind


def kind():
    return Kind()
