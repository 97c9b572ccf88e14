import type { Random } from '../random.ts';

/** Statements that belong together, in their order; other pieces' may stand between them. */
export interface Piece {
  readonly form: string;
  readonly statements: readonly string[];
  readonly binds: readonly string[];
  /** Lines that try it from outside, `m` being the module. */
  readonly probe?: readonly string[];
}

/** @param n a number of its own, for names */
export type MakePiece = (n: number, random: Random) => Piece;

const WORDS = ['order', 'price', 'basket', 'invoice', 'customer', 'parcel', 'route', 'stock', 'tax', 'refund'];

/** Lines of a function's body that do nothing to anybody. */
export const body = (n: number, result: string): string =>
  [
    `    rows = [one for one in range(${(n % 5) + 3}) if one != ${n % 4}]`,
    '    total = 0',
    '    for row in rows:',
    '        if row % 2:',
    '            total += row',
    '        else:',
    `            total -= ${n % 7}`,
    `    return ${result}`,
  ].join('\n');

const fn = (name: string, n: number, result = 'total', parameters = ''): string =>
  `def ${name}(${parameters}):\n${body(n, result)}`;

const word = (n: number): string => WORDS[n % WORDS.length]!;
const name = (n: number): string => `${word(n)}_${n}`;
const Name = (n: number): string => `${word(n)[0]!.toUpperCase()}${word(n).slice(1)}${n}`;
const method = (n: number): string => `    def run(self, number):\n${body(n, 'total + number').replace(/^/gm, '    ')}`;

/** Pieces whose place in the order nobody can tell. */
export const QUIET: readonly MakePiece[] = [
  (n) => ({ form: 'function', statements: [fn(name(n), n)], binds: [name(n)], probe: [`m.${name(n)}()`] }),
  (n) => ({
    form: 'functions that call each other',
    statements: [fn(`${name(n)}_low`, n), fn(name(n), n + 1, `${name(n)}_low() + total`)],
    binds: [`${name(n)}_low`, name(n)],
    probe: [`m.${name(n)}()`],
  }),
  (n) => ({
    form: 'class',
    statements: [`class ${Name(n)}:\n    limit = ${n}\n\n${method(n)}`],
    binds: [Name(n)],
    probe: [`m.${Name(n)}().run(${n})`],
  }),
  (n) => ({
    form: 'constants and their reader',
    statements: [`${name(n).toUpperCase()} = (${n}, ${n + 1})`, fn(name(n), n, `total + ${name(n).toUpperCase()}[0]`)],
    binds: [name(n).toUpperCase(), name(n)],
    probe: [`m.${name(n)}()`],
  }),
  (n) => ({
    form: 'function with an own cache',
    statements: [`_${name(n)} = {}`, fn(name(n), n, `_${name(n)}.setdefault(total, len(_${name(n)}))`)],
    binds: [`_${name(n)}`, name(n)],
    probe: [`m.${name(n)}()`, `len(m._${name(n)})`],
  }),
];

const statement =
  (form: string, make: (n: number) => string, binds: (n: number) => readonly string[] = () => []): MakePiece =>
  (n) => ({ form, statements: [make(n)], binds: binds(n) });

const value = (form: string, expression: (n: number) => string): MakePiece =>
  statement(
    form,
    (n) => `V${n} = ${expression(n)}`,
    (n) => [`V${n}`],
  );

/** Pieces that write down when they run, or look at what others wrote. */
export const LOUD: readonly MakePiece[] = [
  (n) => ({
    form: 'registered by a decorator',
    statements: [`@base.register\n${fn(name(n), n)}`],
    binds: [name(n)],
    probe: [`m.${name(n)}()`],
  }),
  (n) => ({
    form: 'registered by a decorator with words',
    statements: [`@base.register(kind="${word(n)}")\n${fn(name(n), n)}`],
    binds: [name(n)],
  }),
  (n) => ({
    form: 'registered by a decorator under another name',
    statements: [`@enlist("${word(n)}")\n${fn(name(n), n)}`],
    binds: [name(n)],
  }),
  (n) => ({
    form: 'subclass of an imported base with a hook',
    statements: [`class ${Name(n)}(base.Known, kind="${word(n)}"):\n${method(n)}`],
    binds: [Name(n)],
  }),
  (n) => ({
    form: 'subclass of an imported base',
    statements: [`class ${Name(n)}(Plain):\n${method(n)}`],
    binds: [Name(n)],
  }),
  (n) => ({
    form: 'imported metaclass',
    statements: [`class ${Name(n)}(metaclass=base.Meta):\n${method(n)}`],
    binds: [Name(n)],
  }),
  (n) => ({
    form: 'base with a metaclass',
    statements: [`class ${Name(n)}(base.WithMeta):\n${method(n)}`],
    binds: [Name(n)],
  }),
  (n) => ({
    form: 'descriptors',
    statements: [`class ${Name(n)}:\n    one = base.Field()\n    two = base.Field()\n\n${method(n)}`],
    binds: [Name(n)],
  }),
  (n) => ({
    form: 'state read in a class body',
    statements: [`class ${Name(n)}:\n    size = len(base.SEEN)\n\n${method(n)}`],
    binds: [Name(n)],
    probe: [`m.${Name(n)}.size`],
  }),
  (n) => ({
    form: 'default that reads state',
    statements: [fn(name(n), n, '(total, size)', 'size=base.State.n')],
    binds: [name(n)],
    probe: [`m.${name(n)}()`],
  }),
  (n) => ({
    form: 'annotation that is evaluated',
    statements: [`def ${name(n)}(one: base.note("annotation ${n}") = 1):\n${body(n, 'total')}`],
    binds: [name(n)],
  }),
  value('id from a counter', () => 'base.next_id()'),
  value('id through an alias', () => 'fresh()'),
  value('state by attribute', () => 'base.State.n + 1'),
  value('state by length', () => 'len(base.SEEN)'),
  value('state by subscript', (n) => `base.SEEN[-1] if base.SEEN else ${n}`),
  value('state in a format', () => 'f"{base.State.n}-{len(SEEN)}"'),
  value('state in a comprehension', () => '[one for one in base.SEEN]'),
  value('state by comparison', () => 'base.State.n > 1'),
  value('state by a function', () => 'base.size()'),
  value('state by a lambda', () => '(lambda: base.State.n)()'),
  value('state by a generator', () => 'next(iter(list(base.SEEN)[-1:]), None)'),
  value('state by unpacking', () => '(*SEEN, base.State.n)'),
  value('state by a slice', () => 'SEEN[-2:]'),
  value('state by membership', (n) => `"${word(n)}" in SEEN`),
  value('state by a dictionary', () => 'dict(base.TABLE)'),
  value('state by get', (n) => `base.TABLE.get("${word(n)}", 0)`),
  value('item of a dictionary that makes it', (n) => `len(base.GROUPS["${word(n)}"])`),
  value('rest of an imported iterator', () => 'list(base.REST)[:1]'),
  value('state by vars', () => 'vars(base.State).get("mode")'),
  value('state by getattr', () => 'getattr(base.State, "n")'),
  value('operator of an imported object', () => 'base.TRACE + 1'),
  value('reflected operator', () => '1 + TRACE'),
  value('unary operator', () => '-base.TRACE'),
  value('subscript of an imported object', () => 'base.TRACE[0]'),
  value('membership in an imported object', () => '1 in TRACE'),
  value('truth of an imported object', () => '1 if TRACE else 2'),
  value('truth by and', () => 'TRACE and 3'),
  value('equality of an imported object', () => 'TRACE == 1'),
  value('format of an imported object', () => 'f"{base.TRACE}"'),
  value('text of an imported object', () => 'str(base.TRACE)'),
  value('percent format', () => '"%s" % (base.TRACE,)'),
  value('length of an imported object', () => 'len(base.TRACE)'),
  value('property of an imported object', () => 'base.TRACE.size'),
  value('iteration of an imported object', () => '[one for one in base.TRACE]'),
  value('unpacking of an imported object', () => '(*TRACE, 0)'),
  value('list of an imported object', () => 'list(TRACE)'),
  value('sum of an imported object', () => 'sum(TRACE)'),
  value('instance check', () => 'isinstance(1, base.WithMeta)'),
  value('subscript of an imported class', (n) => `str(base.Trace[${n}])`),
  value('chained comparison', () => '0 < base.State.n < 9'),
  value('walrus', (n) => `(W${n} := base.State.n) + 1`),
  value('environment', () => 'os.environ.get("ATTACK", "none")'),
  value('recursion limit', () => 'sys.getrecursionlimit()'),
  value('random number', () => 'random.random()'),
  value('warnings filters', () => 'len(warnings.filters)'),
  value('map over state', () => 'sorted(map(str, base.SEEN))'),
  value('state held by partial', () => 'functools.partial(max, base.State.n, 0)()'),
  value('sorted by a hooked key', () => 'sorted([2, 1], key=lambda one: base.note("key") and one)'),
  value('call of what a call gives', () => 'base.register("deep")(len)(SEEN)'),
  statement('note', (n) => `base.note("note ${n}")`),
  statement('note through an alias', (n) => `remark("remark ${n}")`),
  statement('state grows', () => 'base.State.n += 1'),
  statement('state grows by a method', () => 'base.State.grow(2)'),
  statement('item is set', (n) => `base.TABLE["${word(n)}"] = len(base.TABLE)`),
  statement('item is set through an alias', (n) => `TABLE["${word(n)}"] = len(base.TABLE)`),
  statement('item is taken away', (n) => `TABLE.pop("${word(n)}", None)`),
  statement('list grows', (n) => `base.SEEN.append("${word(n)}${n}")`),
  statement('list grows through an alias', (n) => `SEEN.append("${word(n)}${n}")`),
  statement('list is sorted', () => 'SEEN.sort()'),
  statement('slice is set', (n) => `SEEN[:1] = ["slice ${n}"]`),
  statement('attribute by setattr', (n) => `setattr(base.State, "n", ${n})`),
  statement('attribute of a class', (n) => `base.State.mode = "mode ${n}"`),
  statement('several targets', (n) => `base.State.n, base.State.mode = ${n}, "pair"`),
  statement('loop over a target', () => 'for base.State.n in range(3):\n    pass'),
  statement('with', (n) => `with base.scope("scope ${n}"):\n    pass`),
  statement('with through an alias', () => 'with TRACE:\n    pass'),
  statement('loop', () => 'for _one in (1, 2):\n    base.State.n += _one'),
  statement('condition', (n) => `if base.State.n > 1:\n    base.note("condition ${n}")`),
  statement(
    'condition that binds',
    (n) => `if base.State.n > 1:\n    B${n} = 1\nelse:\n    B${n} = 2`,
    (n) => [`B${n}`],
  ),
  statement('try', (n) => `try:\n    base.TABLE["${word(n)}"]\nexcept KeyError:\n    base.note("missing ${n}")`),
  statement('assertion', (n) => `assert base.note("assert ${n}")`),
  statement('operator by itself', () => 'base.TRACE >> 1'),
  statement(
    'match',
    () => 'match base.State.n:\n    case 0:\n        base.note("zero")\n    case _:\n        base.note("more")',
  ),
  statement('environment is set', (n) => `os.environ["ATTACK"] = "${n}"`),
  statement('recursion limit is set', (n) => `sys.setrecursionlimit(${1000 + n})`),
  statement('random seed', (n) => `random.seed(${n})`),
  statement('warnings filter', () => 'warnings.simplefilter("ignore")'),
  statement('path grows', (n) => `sys.path.append("/nowhere/${n}")`),
  statement('module attribute', (n) => `base.EXTRA = ${n}`),
  value('module attribute is read', () => 'getattr(base, "EXTRA", None)'),
  statement('late import', () => 'from . import late'),
  statement('late import by name', () => 'importlib.import_module("shop.late")'),
  statement('type is registered', (n) => `numbers.Number.register(type("T${n}", (), {}))`),
  statement(
    'single dispatch',
    (n) => `base.note(len(base.SEEN))\nK${n} = len(base.LOG)`,
    (n) => [`K${n}`],
  ),
  statement('star import of effects', () => 'from .late import VALUE'),
  value('log length', () => 'len(base.LOG)'),
  value('subclasses', () => '[one.__name__ for one in Plain.__subclasses__()]'),
  value('known', () => 'list(base.Known.known)'),
];
