import unittest

from orchard.weather import HILL_WARMTH, cellar_temperature, week


class WeatherTest(unittest.TestCase):
    def test_the_hill_keeps_the_frost_out(self):
        self.assertEqual(cellar_temperature(-12.0), HILL_WARMTH)

    def test_heat_comes_in_slowly(self):
        self.assertEqual(week([28.0, 28.0, 28.0]), [11.0, 13.6, 15.8])
