/** What every generated module imports: registries, hooks and objects that write down what happens to them. */
export const BASE_MODULE = `import collections
import contextlib
import itertools

LOG = []
SEEN = []
TABLE = {}
GROUPS = collections.defaultdict(list)
COUNT = itertools.count(1)
REST = iter(range(5))


def note(text):
    LOG.append(text)
    return len(LOG)


def next_id():
    return next(COUNT)


def register(target=None, **words):
    if target is None:
        return lambda one: register(one)
    name = target if isinstance(target, str) else getattr(target, "__name__", "?")
    SEEN.append(name)
    note(f"register {name}")
    return register if isinstance(target, str) else target


def size():
    return len(SEEN)


class State:
    n = 0
    mode = "slow"

    @classmethod
    def grow(cls, by=1):
        cls.n += by
        return cls.n


class Known:
    known = []

    def __init_subclass__(cls, **words):
        super().__init_subclass__()
        Known.known.append(cls.__name__)
        note(f"known {cls.__name__} {sorted(words.items())}")


class Plain:
    pass


class Meta(type):
    made = []

    def __new__(mcs, name, bases, space, **words):
        made = super().__new__(mcs, name, bases, space)
        Meta.made.append(name)
        note(f"made {name}")
        return made

    def __instancecheck__(cls, other):
        return len(Meta.made) % 2 == 0


class WithMeta(metaclass=Meta):
    pass


class Field:
    made = 0

    def __init__(self):
        Field.made += 1
        self.number = Field.made

    def __set_name__(self, owner, name):
        note(f"field {owner.__name__}.{name} {self.number}")


class Trace:
    def __init__(self):
        self.calls = 0

    def tell(self, what):
        self.calls += 1
        note(f"{what} {self.calls}")
        return self.calls

    def __add__(self, other):
        return self.tell("add")

    def __radd__(self, other):
        return self.tell("radd")

    def __rshift__(self, other):
        return self.tell("rshift")

    def __neg__(self):
        return self.tell("neg")

    def __getitem__(self, key):
        return self.tell("item")

    def __contains__(self, key):
        return bool(self.tell("in"))

    def __iter__(self):
        self.tell("iter")
        return iter([self.calls])

    def __bool__(self):
        return self.calls % 2 == 0

    def __eq__(self, other):
        return self.calls == other

    __hash__ = None

    def __format__(self, spec):
        return f"<{self.calls}>"

    def __str__(self):
        return f"<{self.calls}>"

    def __len__(self):
        return self.calls

    @property
    def size(self):
        return self.calls

    def __enter__(self):
        return self.tell("enter")

    def __exit__(self, *reason):
        self.tell("exit")

    def __class_getitem__(cls, key):
        note(f"class item {key}")
        return cls


TRACE = Trace()


@contextlib.contextmanager
def scope(name):
    note(f"open {name}")
    yield name
    note(f"close {name}")


def poke(module, name, value):
    import sys

    setattr(sys.modules[module], name, value)
`;
