"""Counts."""
import time

__all__ = ["bump", "count", "label", "start", "started"]


count = 0
started = None


def bump(by=1):
    global count
    count += by
    return count


def start():
    global started
    started = time.time()


def label(n):
    return f"#{n}"
