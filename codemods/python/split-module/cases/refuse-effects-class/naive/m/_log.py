__name__ = "m"

seen = []


def note(name):
    seen.append(name)
    return len(seen)
