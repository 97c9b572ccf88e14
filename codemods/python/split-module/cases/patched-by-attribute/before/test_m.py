import unittest
from unittest import mock

import m as fresh


class RunTest(unittest.TestCase):
    module = fresh

    def test_run(self):
        with mock.patch.object(self.module, "load", lambda: 2):
            self.assertEqual(self.module.run(), 2)
