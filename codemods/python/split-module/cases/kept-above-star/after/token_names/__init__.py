__author__ = "Ann"

from math import *

from ._area import area as area
