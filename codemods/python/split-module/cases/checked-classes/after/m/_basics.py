import typing as t

if t.TYPE_CHECKING:
    import typing_extensions as te

    class Basic(te.Protocol):
        def gettext(self, message: str) -> str: ...

__name__ = "m"


def basic(one: "Basic") -> str:
    return one.gettext("b")
