"""What lies in the cellar: vessels, ferments, blends, and the duty owed on them.

Volumes are litres, temperatures degrees Celsius, strengths percent of alcohol by volume. Gravity
is written as brewers write it: 1050 for 1.050.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from itertools import permutations

__all__ = [
    "BOTTLE_SIZES",
    "Blend",
    "Cellar",
    "CellarError",
    "DutyLine",
    "Ferment",
    "Reading",
    "Vessel",
    "best_blend",
    "bottle_up",
    "duty_for",
    "duty_report",
    "next_step",
    "now",
    "parse_log",
]

#: Litres that stay behind in the lees.
LEES = 0.03

#: Litres, largest first.
BOTTLE_SIZES = (1.5, 0.75, 0.33)

#: A ferment is called finished below this gravity.
DRY_GRAVITY = 1004

#: Days without a change before a ferment counts as stuck.
STUCK_AFTER = 10

#: From which strength on how much is owed for a litre, in pence.
DUTY_BANDS = (
    (1.2, 24),
    (6.9, 40),
    (7.5, 66),
    (8.5, 119),
)


class CellarError(ValueError):
    """Something that cannot be true of a cellar."""


def now():
    """The moment, with its time zone. Tests put their own in this place."""
    return datetime.now(timezone.utc)


def _today():
    return now().date()


def _litres(value):
    """Rounds to a tenth: nobody reads the dipstick closer than that."""
    return round(value + 1e-9, 1)


def _check_share(value, what):
    if not 0 <= value <= 1:
        raise CellarError(f"{what} must lie between 0 and 1, not {value}")
    return value


@dataclass
class Vessel:
    """A barrel or a tank."""

    name: str
    capacity: float
    filled: float = 0.0
    strength: float = 0.0
    cleaned: date = None

    @property
    def room(self):
        return _litres(self.capacity - self.filled)

    @property
    def is_empty(self):
        return self.filled < 0.05

    def fill(self, litres, strength):
        """Adds cider; the strengths mix."""
        if litres <= 0:
            raise CellarError(f"{self.name}: cannot fill {litres} litres")
        if litres > self.room:
            raise CellarError(f"{self.name}: {litres} litres do not fit, there is room for {self.room}")
        total = self.filled + litres
        self.strength = (self.filled * self.strength + litres * strength) / total
        self.filled = _litres(total)

    def draw(self, litres):
        """Takes cider out and says how strong it is."""
        if litres > self.filled:
            raise CellarError(f"{self.name}: there are only {self.filled} litres")
        self.filled = _litres(self.filled - litres)
        return self.strength

    def rack_into(self, other, lees=LEES):
        """Moves everything but the lees, and returns the litres that arrived."""
        moved = _litres(self.filled * (1 - _check_share(lees, "lees")))
        other.fill(moved, self.strength)
        self.filled = 0.0
        self.cleaned = None
        return moved

    def clean(self):
        if not self.is_empty:
            raise CellarError(f"{self.name}: empty it first")
        self.cleaned = _today()

    def needs_cleaning(self, within=timedelta(days=14)):
        return self.is_empty and (self.cleaned is None or _today() - self.cleaned > within)


class Cellar:
    """All vessels, by name."""

    def __init__(self, vessels=()):
        self._vessels = {}
        for vessel in vessels:
            self.add(vessel)

    def __getitem__(self, name):
        try:
            return self._vessels[name]
        except KeyError:
            raise CellarError(f"there is no vessel called {name}") from None

    def __iter__(self):
        return iter(sorted(self._vessels.values(), key=lambda vessel: vessel.name))

    def add(self, vessel):
        if vessel.name in self._vessels:
            raise CellarError(f"there are two vessels called {vessel.name}")
        self._vessels[vessel.name] = vessel

    def stock(self):
        return _litres(sum(vessel.filled for vessel in self))

    def room_for(self, litres):
        """The smallest clean vessel that takes it all, or None."""
        fitting = [v for v in self if v.is_empty and not v.needs_cleaning() and v.capacity >= litres]
        return min(fitting, key=lambda vessel: vessel.capacity, default=None)

    def book(self):
        """One line a vessel, and the sum."""
        lines = [f"{v.name:<12}{v.filled:>8.1f} of {v.capacity:>7.1f} l  {v.strength:>4.1f} %" for v in self]
        return [*lines, f"{'in all':<12}{self.stock():>8.1f} l on {_today().isoformat()}"]


@dataclass(frozen=True)
class Reading:
    """What the hydrometer and the thermometer showed on one day."""

    day: date
    gravity: int
    temperature: float
    smell: str = ""


@dataclass
class Ferment:
    """Juice on its way to cider."""

    vessel: Vessel
    started: date
    readings: list = field(default_factory=list)

    def note(self, gravity, temperature, smell=""):
        reading = Reading(_today(), gravity, temperature, smell)
        if self.readings and reading.day < self.readings[-1].day:
            raise CellarError("the book is written forwards")
        self.readings.append(reading)
        return reading

    @property
    def age(self):
        return (_today() - self.started).days

    @property
    def strength(self):
        """Percent of alcohol so far, from the fall in gravity."""
        if not self.readings:
            return 0.0
        fall = self.readings[0].gravity - self.readings[-1].gravity
        return round(max(0, fall) * 0.131, 1)

    def quiet_days(self):
        """Days since the gravity last fell."""
        if not self.readings:
            return 0
        last = self.readings[-1]
        since = last.day
        for reading in reversed(self.readings):
            if reading.gravity > last.gravity:
                break
            since = reading.day
        return (last.day - since).days


def next_step(ferment, plan="dry", has_sulphite=True):
    """What the cellar hand should do with a ferment today, in a few words."""
    if not ferment.readings:
        if ferment.age > 2:
            return "measure it: nobody has since it was filled"
        return "wait"
    last = ferment.readings[-1]
    if last.smell:
        if last.smell == "egg":
            if last.gravity > 1020:
                return "feed the yeast"
            return "rack it with a splash"
        elif last.smell == "vinegar":
            if has_sulphite and ferment.strength > 3:
                return "sulphite it and top it up"
            return "give it up for vinegar"
        elif last.smell not in ("apple", "yeast"):
            return "ask the master"
    if last.gravity > DRY_GRAVITY:
        if ferment.quiet_days() > STUCK_AFTER:
            if last.temperature < 9:
                return "warm it"
            elif last.temperature > 22 or last.gravity > 1040:
                return "pitch fresh yeast"
            for earlier in ferment.readings[:-1]:
                if earlier.temperature - last.temperature > 6:
                    return "warm it"
            return "rack it to wake it"
        if plan == "sweet" and last.gravity < 1016:
            if has_sulphite or last.temperature < 4:
                return "rack it and chill it"
            return "chill it"
        return "wait"
    if ferment.vessel.room > 0.02 * ferment.vessel.capacity:
        return "top it up"
    return "rack it" if ferment.age < 120 else "bottle it"


_LOG_LINE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)\s+(?P<gravity>1\d{3})\s+(?P<temperature>-?\d+(?:\.\d+)?)(?:\s+(?P<smell>[a-z]+))?"
)


def parse_log(text):
    """Readings from the cellar hand's notebook; empty lines and lines with # are passed over."""
    readings = []
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        match = _LOG_LINE.fullmatch(line)
        if match is None:
            raise CellarError(f"line {number}: cannot read {line!r}")
        readings.append(
            Reading(
                day=date.fromisoformat(match["day"]),
                gravity=int(match["gravity"]),
                temperature=float(match["temperature"]),
                smell=match["smell"] or "",
            )
        )
    return readings


@dataclass(frozen=True)
class Blend:
    """How many litres come out of which vessel."""

    parts: tuple

    @property
    def litres(self):
        return _litres(sum(litres for _, litres in self.parts))

    @property
    def strength(self):
        if not self.parts:
            return 0.0
        alcohol = sum(vessel.strength * litres for vessel, litres in self.parts)
        return round(alcohol / self.litres, 2)

    def pour(self, target):
        """Draws every part into the target."""
        if self.litres > target.room:
            raise CellarError(f"{target.name}: the blend does not fit")
        for vessel, litres in self.parts:
            target.fill(litres, vessel.draw(litres))


def _mix(strong, weak, strength, litres):
    """Litres of the strong one so that the mix has the strength."""
    if strong.strength == weak.strength:
        return litres
    return litres * _check_share(
        (strength - weak.strength) / (strong.strength - weak.strength),
        "the share of the stronger cider",
    )


def best_blend(cellar, litres, strength):
    """The blend of two vessels that leaves the least behind, or None when no pair can do it."""
    best = None
    vessels = [vessel for vessel in cellar if not vessel.is_empty]
    for strong, weak in permutations(vessels, 2):
        if not weak.strength <= strength <= strong.strength:
            continue
        first = _litres(_mix(strong, weak, strength, litres))
        second = _litres(litres - first)
        if first > strong.filled or second > weak.filled:
            continue
        left = strong.filled - first + weak.filled - second
        if best is None or left < best[0]:
            best = (left, Blend(((strong, first), (weak, second))))
    return best[1] if best else None


def bottle_up(litres, sizes=BOTTLE_SIZES):
    """How many bottles of each size, the largest first, and what is left for the cellar hand."""
    bottles = {}
    left = litres
    for size in sorted(sizes, reverse=True):
        bottles[size] = int(left / size + 1e-9)
        left -= bottles[size] * size
    return bottles, round(max(0.0, left), 2)


@dataclass(frozen=True)
class DutyLine:
    """One vessel in the return to the revenue."""

    vessel: str
    litres: float
    strength: float
    pence: int


def duty_for(litres, strength):
    """Pence that are owed on so much cider."""
    rate = 0
    for threshold, pence in DUTY_BANDS:
        if strength >= threshold:
            rate = pence
    return round(_litres(litres) * rate)


def duty_lines(cellar):
    for vessel in cellar:
        if not vessel.is_empty:
            strength = round(vessel.strength, 1)
            yield DutyLine(vessel.name, vessel.filled, strength, duty_for(vessel.filled, strength))


def duty_report(cellar):
    """The return as it is sent: dated, a line a vessel, and the sum in pounds."""
    lines = list(duty_lines(cellar))
    total = sum(line.pence for line in lines)
    return "\n".join(
        [
            f"Cider duty, {now():%d %B %Y}",
            *(f"{line.vessel}: {line.litres} l at {line.strength} % = {line.pence}p" for line in lines),
            f"Owed: £{total // 100}.{total % 100:02d}",
        ]
    )
