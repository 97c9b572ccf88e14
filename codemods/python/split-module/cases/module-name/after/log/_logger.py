import logging

__name__ = "log"

logger = logging.getLogger(__name__)


def warn(text):
    logger.warning("%s: %s", __name__, text)
