lazy import json

__name__ = "m"


def dump(item):
    return json.dumps(item)
