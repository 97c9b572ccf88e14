#!/usr/bin/env python3
"""Prints a report."""
import sys

__parts__ = {"report": __name__}

from _report_text import head as head, line as line


def report(title, lines):
    return "\n".join([head(title), *map(line, lines)])


if __name__ == "__main__":
    print(report(sys.argv[1], sys.argv[2:]))
