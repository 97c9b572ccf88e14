"""How warm the cellar is, from the thermometer by the door."""

# The cellar follows the air outside slowly, and never below what the hill gives back.
HILL_WARMTH = 8.0
INERTIA = 0.85


def cellar_temperature(outside, before=HILL_WARMTH):
    """Degrees Celsius in the cellar after one day, given yesterday's."""
    return max(HILL_WARMTH, round(before * INERTIA + outside * (1 - INERTIA), 1))


def week(outside, before=HILL_WARMTH):
    """The same for several days; one value a day."""
    days = []
    for degrees in outside:
        before = cellar_temperature(degrees, before)
        days.append(before)
    return days
