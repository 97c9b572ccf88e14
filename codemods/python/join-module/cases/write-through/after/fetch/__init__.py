"""Fetches."""
import time


def pause(seconds):
    time.sleep(seconds)


def get(url):
    return url.upper()


RETRIES = 3


def fetch(url):
    for _ in range(RETRIES):
        pause(0)
    return get(url)
