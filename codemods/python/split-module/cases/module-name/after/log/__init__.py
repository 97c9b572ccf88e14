"""Logs."""
import logging

from ._logger import logger as logger, warn as warn
from ._places import where as where
