import re

__name__ = "dos"


def a(x):
	return re.escape(x)
