"""Values of each kind, those at the edges among them."""
import math

OVER = {"floats": "finite"}


def whole(r, integers):
    most = 2**63 if integers == "int64" else 2**70
    return r.choice([0, 1, -1, 7, 300, -most, most - 1, r.randrange(-most, most)])


def between(r, low, high):
    return r.choice([low, high, r.randint(low, high), max(low, min(high, 1))])


def real(r):
    if OVER["floats"] == "any" and r.random() < 0.2:
        return r.choice([math.nan, math.inf, -math.inf])
    return r.choice([0.0, 1.0, -1.5, 0.1, 1e300, -1e-300, r.uniform(-1e6, 1e6)])


def text(r):
    return r.choice(["", "a", "é😀", "long text " * 8, "5", "true", "b", '"\n', "Done"])


def letter(r):
    return r.choice(["a", "é", "😀", "5"])


def key(r):
    return r.choice(["k0", "k1", "k2", "", "é"])


def flag(r):
    return r.random() < 0.5


def few(r):
    return r.choice([0, 1, 1, 2, 3])


def maybe(r, value):
    return None if r.random() < 0.4 else value


def anything(r):
    return r.choice([None, True, 0, -5, 1.5, "x", [], [1, "a"], {}, {"a": None}])
