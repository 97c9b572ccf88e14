import typing as t

if t.TYPE_CHECKING:
    import typing_extensions as te

    class Basic(te.Protocol):
        def gettext(self, message: str) -> str: ...

    class Context(Basic):
        def pgettext(self, context: str, message: str) -> str: ...

    Supported = t.Union[Basic, Context]

__name__ = "m"


def make(one: "Supported") -> str:
    return one.gettext("a")
