__name__ = "hooks"

_seen = []


def note(x):
    _seen.append(x)


note("one")
