__name__ = "report"


def head(title):
    return title.upper()


def line(text):
    return "- " + text
