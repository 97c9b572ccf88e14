import logging

__name__ = "shop.fruit"

log = logging.getLogger(__name__)


def apple():
    log.warning("one")
    return 1


class Apples:
    """Of the whole."""


def apples():
    return Apples()
