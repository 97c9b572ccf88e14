size = 0


def grow(by):
    global size
    size += by
    return size


__all__ = [name for name in dir() if name.endswith("size")]
