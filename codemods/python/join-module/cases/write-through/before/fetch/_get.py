import time

__name__ = "fetch"


def pause(seconds):
    time.sleep(seconds)


def get(url):
    return url.upper()
