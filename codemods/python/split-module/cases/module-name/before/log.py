"""Logs."""
import logging

logger = logging.getLogger(__name__)


def where(module):
    return module.__file__


def warn(text):
    logger.warning("%s: %s", __name__, text)
