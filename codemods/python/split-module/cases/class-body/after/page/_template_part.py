__name__ = "page"

_template = "<p>%s</p>"
