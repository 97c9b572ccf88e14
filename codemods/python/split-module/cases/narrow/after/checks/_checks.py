from collections.abc import Iterable

__name__ = "checks"


def whitespace_around_named_parameter_equals(line: Iterable[str]) -> bool:
    return " = " in line


def whitespace_before_comment(line: Iterable[str]) -> bool:
    return whitespace_around_named_parameter_equals(line) and "#" in line
