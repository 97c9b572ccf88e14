"""Reads pairs of texts, one a line as JSON, and says what `packaging` makes of them: canonical forms, and whether they are equal."""

import json
import sys

import packaging
from packaging.utils import canonicalize_version
from packaging.version import InvalidVersion, Version


def read(text):
    try:
        return Version(text)
    except InvalidVersion:
        return None


print(json.dumps(packaging.__version__))
for line in sys.stdin:
    left, right = (read(text) for text in json.loads(line))
    forms = [None if one is None else canonicalize_version(one) for one in (left, right)]
    print(json.dumps([*forms, left is not None and left == right]))
