from ._get import get, pause

__name__ = "fetch"

RETRIES = 3


def fetch(url):
    for _ in range(RETRIES):
        pause(0)
    return get(url)
