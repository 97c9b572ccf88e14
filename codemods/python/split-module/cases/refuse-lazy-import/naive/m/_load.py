lazy import json

__name__ = "m"


def load(text):
    return json.loads(text)
