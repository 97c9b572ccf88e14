_size = 0


def grow(by):
    global _size
    _size += by
    return _size


def state():
    return {name: value for name, value in globals().items() if name.endswith("size")}
