import contextlib
import io
import unittest
from datetime import date, datetime, timezone
from unittest import mock

import orchard
from orchard import cellar
from orchard.__main__ import main
from orchard.cellar import (
    Blend,
    Cellar,
    CellarError,
    Ferment,
    Reading,
    Vessel,
    best_blend,
    bottle_up,
    duty_for,
    duty_report,
    next_step,
    parse_log,
)

CHRISTMAS = datetime(2025, 12, 24, 9, 30, tzinfo=timezone.utc)


def at(moment):
    return mock.patch("orchard.cellar.now", return_value=moment)


class VesselTest(unittest.TestCase):
    def test_strengths_mix(self):
        oak = Vessel("oak", 225.0)
        oak.fill(100, 6.0)
        oak.fill(50, 9.0)
        self.assertEqual((oak.filled, oak.strength, oak.room), (150.0, 7.0, 75.0))

    def test_what_does_not_fit_is_refused(self):
        with self.assertRaisesRegex(CellarError, "do not fit"):
            Vessel("demijohn", 5.0).fill(6, 6.0)

    def test_racking_leaves_the_lees(self):
        oak, steel = Vessel("oak", 225.0, 200.0, 6.5), Vessel("steel", 1000.0)
        self.assertEqual(oak.rack_into(steel), 194.0)
        self.assertTrue(oak.is_empty)
        self.assertEqual(steel.strength, 6.5)

    def test_a_vessel_stays_clean_for_two_weeks(self):
        oak = Vessel("oak", 225.0)
        self.assertTrue(oak.needs_cleaning())
        with at(CHRISTMAS):
            oak.clean()
            self.assertFalse(oak.needs_cleaning())
        with at(CHRISTMAS.replace(year=2026, month=1, day=20)):
            self.assertTrue(oak.needs_cleaning())


class CellarTest(unittest.TestCase):
    def test_names_are_unique(self):
        with self.assertRaisesRegex(CellarError, "two vessels"):
            Cellar([Vessel("oak", 1.0), Vessel("oak", 2.0)])

    def test_the_smallest_clean_vessel_is_chosen(self):
        house = Cellar([Vessel("big", 500.0), Vessel("small", 100.0), Vessel("dirty", 90.0)])
        with at(CHRISTMAS):
            house["big"].clean()
            house["small"].clean()
            self.assertEqual(house.room_for(80).name, "small")
            self.assertIsNone(house.room_for(800))

    def test_the_book_is_dated(self):
        with at(CHRISTMAS):
            self.assertEqual(Cellar().book(), ["in all           0.0 l on 2025-12-24"])

    def test_the_program_prints_the_book(self):
        out = io.StringIO()
        with at(CHRISTMAS), contextlib.redirect_stdout(out):
            self.assertEqual(main(["oak 1=225", "steel=1000"]), 0)
        self.assertEqual(len(out.getvalue().splitlines()), 3)


class FermentTest(unittest.TestCase):
    def ferment(self, *readings, filled=225.0):
        return Ferment(Vessel("oak", 225.0, filled), date(2025, 10, 1), list(readings))

    def test_strength_follows_the_fall(self):
        with at(CHRISTMAS):
            ferment = self.ferment()
            ferment.note(1052, 14.0)
            ferment.note(1002, 11.0)
            self.assertEqual(ferment.strength, 6.6)
            self.assertEqual(ferment.age, 84)

    def test_next_steps(self):
        day = date(2025, 12, 1)
        steps = [
            ([], "measure it: nobody has since it was filled"),
            ([Reading(day, 1030, 14.0, "egg")], "feed the yeast"),
            ([Reading(day, 1012, 14.0, "egg")], "rack it with a splash"),
            ([Reading(day, 1030, 14.0, "vinegar")], "give it up for vinegar"),
            ([Reading(day, 1030, 14.0, "rubber")], "ask the master"),
            ([Reading(day, 1030, 14.0)], "wait"),
            ([Reading(date(2025, 11, 1), 1030, 8.0), Reading(day, 1030, 8.0)], "warm it"),
            ([Reading(date(2025, 11, 1), 1030, 20.0), Reading(day, 1030, 12.0)], "warm it"),
            ([Reading(date(2025, 11, 1), 1030, 14.0), Reading(day, 1030, 14.0)], "rack it to wake it"),
            ([Reading(day, 1001, 14.0)], "rack it"),
        ]
        with at(CHRISTMAS):
            for readings, step in steps:
                with self.subTest(step=step):
                    self.assertEqual(next_step(self.ferment(*readings)), step)
            self.assertEqual(next_step(self.ferment(Reading(day, 1001, 14.0), filled=200.0)), "top it up")
            self.assertEqual(next_step(self.ferment(Reading(day, 1012, 3.0)), plan="sweet"), "rack it and chill it")

    def test_the_notebook_is_read(self):
        readings = parse_log("# oak\n2025-10-01 1052 14.5\n\n2025-10-09 1031 13 egg  # again\n")
        self.assertEqual(readings[1], Reading(date(2025, 10, 9), 1031, 13.0, "egg"))
        with self.assertRaisesRegex(CellarError, "line 1"):
            parse_log("yesterday it bubbled")


class BlendTest(unittest.TestCase):
    def test_two_vessels_meet_in_the_middle(self):
        house = Cellar([Vessel("strong", 100.0, 80.0, 8.0), Vessel("weak", 100.0, 90.0, 5.0)])
        blend = best_blend(house, 60, 6.0)
        self.assertEqual((blend.litres, blend.strength), (60.0, 6.0))
        bottles = Vessel("bottling tank", 60.0)
        blend.pour(bottles)
        self.assertEqual(house["strong"].filled, 60.0)
        self.assertIsNone(best_blend(house, 60, 12.0))

    def test_the_package_shows_the_same_class(self):
        self.assertIs(orchard.Blend, Blend)
        self.assertIs(cellar.Blend, Blend)


class DutyTest(unittest.TestCase):
    def test_bottles_largest_first(self):
        self.assertEqual(bottle_up(10), ({1.5: 6, 0.75: 1, 0.33: 0}, 0.25))

    def test_bands(self):
        self.assertEqual([duty_for(10, strength) for strength in (1.0, 6.0, 7.2, 8.5)], [0, 240, 400, 1190])

    def test_the_return_is_dated_and_summed(self):
        house = Cellar([Vessel("oak", 225.0, 100.0, 7.0), Vessel("empty", 50.0)])
        with at(CHRISTMAS):
            self.assertEqual(
                duty_report(house),
                "Cider duty, 24 December 2025\noak: 100.0 l at 7.0 % = 4000p\nOwed: £40.00",
            )


if __name__ == "__main__":
    unittest.main()
