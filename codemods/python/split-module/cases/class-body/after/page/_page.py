from ._template_part import _template

__name__ = "page"


class Page:
    _template = _template

    def make(self, text):
        return self._template % text
