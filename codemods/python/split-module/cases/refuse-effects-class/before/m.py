seen = []


def note(name):
    seen.append(name)
    return len(seen)


class First:
    place = note("first")


def default(place=note("default")):
    return place


class Last:
    place = note("last")
