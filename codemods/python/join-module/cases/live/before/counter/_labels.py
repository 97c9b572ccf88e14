__name__ = "counter"


def label(n):
    return f"#{n}"
