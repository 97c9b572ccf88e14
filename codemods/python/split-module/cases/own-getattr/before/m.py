def load():
    return 1


def run():
    return load()


def __getattr__(name):
    if name == "old":
        return run
    raise AttributeError(name)
