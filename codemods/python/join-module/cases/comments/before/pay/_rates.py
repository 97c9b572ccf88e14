import json  # noqa: I001

__name__ = "pay"

Rates = dict  # type: ignore[misc]


# Read once a day.
def load(text, into={}):  # noqa: B006
    # The cache is shared on purpose.
    into.update(json.loads(text))
    return into  # pragma: no cover
