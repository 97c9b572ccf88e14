"""Payments."""
import json
from ._rates import Rates as Rates, load as load  # noqa: F401


def due(rates):  # noqa: D103
    return sum(rates.values())
