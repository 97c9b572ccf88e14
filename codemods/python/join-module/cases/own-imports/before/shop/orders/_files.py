import os
from pathlib import Path

__name__ = "shop.orders"


def folder(name):
    return Path(os.environ["SHOP"]) / name
