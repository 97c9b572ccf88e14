log = []


def note(x):
    log.append(x)


note(1)
a = note(2)
note(3)
b = note(4)
