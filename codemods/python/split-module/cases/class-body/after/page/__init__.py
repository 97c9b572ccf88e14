"""Pages."""

from ._template_part import _template as _template
from ._page import Page as Page
