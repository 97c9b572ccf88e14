late = 1


def change():
    global late
    late = early


def early():
    return late
