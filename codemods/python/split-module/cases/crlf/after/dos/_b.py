from ._a import a

__name__ = "dos"


def b(x):
	return a(x)
