"""Orders."""
import re

from ._files import folder as folder


def number(text):
    return re.sub(r"\D", "", text)
