lazy import json

from ._dump import dump as dump
from ._load import load as load
