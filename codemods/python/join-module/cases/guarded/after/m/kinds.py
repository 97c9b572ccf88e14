def make(name):
    return [name]
