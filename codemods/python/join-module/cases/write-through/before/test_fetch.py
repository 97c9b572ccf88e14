import unittest
from unittest import mock

import fetch


class FetchTest(unittest.TestCase):
    def test_patched(self):
        with mock.patch("fetch.get", lambda url: "patched"), mock.patch.object(fetch, "RETRIES", 0):
            self.assertEqual(fetch.fetch("x"), "patched")
        self.assertEqual(fetch.fetch("x"), "X")
