from collections.abc import Iterable

from ._checks import (
    whitespace_around_named_parameter_equals as
    whitespace_around_named_parameter_equals,
    whitespace_before_comment as whitespace_before_comment,
)


def all_checks():
    return [whitespace_before_comment]
