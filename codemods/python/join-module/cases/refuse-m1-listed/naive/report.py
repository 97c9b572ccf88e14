#!/usr/bin/env python3
"""Prints a report."""
import sys


def head(title):
    return title.upper()


def line(text):
    return "- " + text


def report(title, lines):
    return "\n".join([head(title), *map(line, lines)])


if __name__ == "__main__":
    print(report(sys.argv[1], sys.argv[2:]))
