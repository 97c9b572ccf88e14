"""The office of Long Meadow: what lies in the cellar, and what is owed on it."""

from orchard.cellar import Blend, Cellar, Ferment, Reading, Vessel

__all__ = ["Blend", "Cellar", "Ferment", "Reading", "Vessel"]
