import logging

__name__ = "shop.fruit"

from ._one import log as log, apple as apple
from ._more import Apples as Apples, apples as apples
