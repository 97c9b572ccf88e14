"""Orders."""
import re
import os
from pathlib import Path


def folder(name):
    return Path(os.environ["SHOP"]) / name


def number(text):
    return re.sub(r"\D", "", text)
