import sys

from ._caller import caller as caller
from ._here import here as here
