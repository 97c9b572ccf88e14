from unittest import mock

import m


def test_run():
    with mock.patch("m.load", lambda: 2):
        assert m.run() == 2
    assert m.old() == 1
