import time

__name__ = "counter"

count = 0
started = None


def bump(by=1):
    global count
    count += by
    return count


def start():
    global started
    started = time.time()
