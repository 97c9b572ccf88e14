state = 0


def set_state(x):
    global state
    state = x


def get_state():
    return state
