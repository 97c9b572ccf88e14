"""Dos."""
import re


def a(x):
	return re.escape(x)


def b(x):
	return a(x)