"""Fetches."""
import time

RETRIES = 3


def pause(seconds):
    time.sleep(seconds)


def get(url):
    return url.upper()


def fetch(url):
    for _ in range(RETRIES):
        pause(0)
    return get(url)
