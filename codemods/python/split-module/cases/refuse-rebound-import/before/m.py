import json

json = json.loads


def a(x):
    return json(x)
