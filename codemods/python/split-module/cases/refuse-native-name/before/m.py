import logging

log = logging.getLogger(__name__)


def a():
    return log
