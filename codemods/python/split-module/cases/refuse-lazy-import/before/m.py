lazy import json


def dump(item):
    return json.dumps(item)


def load(text):
    return json.loads(text)
