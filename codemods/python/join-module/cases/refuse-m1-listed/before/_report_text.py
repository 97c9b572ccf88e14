import sys as _sys

__name__ = getattr(_sys.modules.get("__main__"), "__parts__", {}).get(
    "report", "report"
)


def head(title):
    return title.upper()


def line(text):
    return "- " + text
