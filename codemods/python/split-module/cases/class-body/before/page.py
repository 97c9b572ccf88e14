"""Pages."""
_template = "<p>%s</p>"


class Page:
    _template = _template

    def make(self, text):
        return self._template % text
