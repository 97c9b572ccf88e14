import logging

__name__ = "shop.fruit"

log = logging.getLogger(__name__)


def apple():
    log.warning("one")
    return 1
