import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { curePython, mayBeMisreadPython } from '../../../src/languages/python/cure-python.ts';
import { readTokens } from '../../../src/languages/python/tokens/read-tokens.ts';
import { kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { describeScopes } from './describe-scopes.ts';

/** What the grammar alone does not read, or reads as something else, and what it reads that means the same to names. */
const TWINS: readonly (readonly [form: string, twin: string])[] = [
  ['class A[T = int]:\n    x: T\n', 'class A[T: int]:\n    x: T\n'],
  ['class A[T: B = C, *Ts = *D[E], **P = [F, G]]: pass\n', 'class A[T: B | C, *Ts: D[E], **P: [F, G]]: pass\n'],
  ['type P[A, B = str] = tuple[A, B]\n', 'type P[A, B: str] = tuple[A, B]\n'],
  ['def f[T = int](x: T = 1) -> T: return x\n', 'def f[T: int](x: T = 1) -> T: return x\n'],
  ['async def f[T = (lambda a=1: a)](): pass\n', 'async def f[T: (lambda a=1: a)](): pass\n'],
  ['def f(n):\n    return t"<p>{n}</p>"\n', 'def f(n):\n    return f"<p>{n}</p>"\n'],
  ['x = rt\'{a!r:>{b}}\' Tr"""{c}\n"""\n', 'x = rf\'{a!r:>{b}}\' fr"""{c}\n"""\n'],
  ['x = f"{t"{a}"}"\n', 'x = f"{f"{a}"}"\n'],
  ['lazy import a.b, c as d\n', 'import a.b, c as d\n'],
  ['lazy from .a import b as c, d\n', 'from .a import b as c, d\n'],
  ['try:\n    pass\nexcept A, B:\n    pass\n', 'try:\n    pass\nexcept (A, B):\n    pass\n'],
  ['try: pass\nexcept A.b, C(d), E: pass\n', 'try: pass\nexcept (A.b, C(d), E): pass\n'],
  ['def f():\n    try: pass\n    except* A, B: pass\n', 'def f():\n    try: pass\n    except* (A, B): pass\n'],
  ['x = {**a for a in b}\n', 'x = {a for a in b}\n'],
  ['x = 1, *"ab", *[c], *(d, e)\n', 'x = 1, "ab", [c], (d, e)\n'],
  [
    'try: pass\nexcept:\n    try: pass\n    except *(A): pass\n',
    'try: pass\nexcept:\n    try: pass\n    except (A): pass\n',
  ],
  ['type(x).a = 1\n', '(type(x)).a = 1\n'],
  ['if a: type [0] = 2\n', 'if a: (type)[0] = 2\n'],
  ['a = 1; type(x).b: int = 3\n', 'a = 1; (type(x)).b: int = 3\n'],
  ['print >>f, x\n', '(print) >>f, x\n'],
  ['x = f"{a:=5}" f"{b!r:=^{c}}" f"{(d:=1)}"\n', 'x = f"{a:<5}" f"{b!r:<^{c}}" f"{(d:=1)}"\n'],
  ['match [a]:\n    case [b]: pass\n', 'match (a):\n    case [b]: pass\n'],
  ['match [a, b][0]:  # c\n    case _: pass\n', 'match b, a:\n    case _: pass\n'],
  ['match (a).b:\n    case c: pass\n', 'match -(a).b:\n    case c: pass\n'],
  ['x = 1\ry = x\r# c\rz = 1\r', 'x = 1\ny = x\n# c\nz = 1\n'],
];

/** Comments left of the decorator that stands above them. */
const UNDECORATED =
  'class A:\n    @property\n# why\n    # because\n    def f(self): pass\n\n    @a(\n1)\n# so\n    class B: pass\n';

/** Lines within brackets that begin left of their block. */
const DEDENTED: readonly string[] = [
  '    return (a *\nb)\n',
  '    return (a *\r\nb)\r\n',
  '    return (a *  # why\nb)\n',
  '    return (a *\n# why\nb)\n',
  '    return (a *  # why\n\n# because\n\nb)\n',
  '    return f(a=\nb)\n',
  '    return (a.\nb)\n',
  '    return (a[\nb])\n',
  '    return (a if b else\na)\n',
  '    return (not\nb)\n',
  '    return {a:\nb}\n',
  '    return [a for a in\nb]\n',
  '    return (lambda a:\nb)\n',
  '\tif a:\n\t    return (a +\n\tb)\n',
  '    with (open(a) as\nb): pass\n',
  '    return ("x"\n"y" + """\n  z""" +\nb)\n',
];

const named = (syntax: Syntax, kind: string): string[] =>
  Array.from({ length: syntax.size }, (_, node) => node)
    .filter((node) => kindOf(syntax, node) === kind)
    .map((node) => textOf(syntax, node));

describe('what the grammar does not read, or reads as something else', () => {
  test.each(TWINS)('%j', (form, twin) => {
    const [ours, theirs] = [form, twin].map((text) => parse(`${text}last = 1\n`, 'python')) as [Syntax, Syntax];
    expect(theirs.errors).toEqual([]);
    expect(ours.errors).toEqual([]);
    expect(named(ours, 'identifier').sort()).toEqual(named(theirs, 'identifier').sort());
    expect(kindOf(ours, 1)).toBe(kindOf(theirs, 1));
    const scopes = (syntax: Syntax): string[] => describeScopes(syntax).map((line) => line.replace(/^\d+:\d+ /, ''));
    expect(scopes(ours)).toEqual(scopes(theirs));
  });

  test.each(DEDENTED)('%j', (body) => {
    const syntax = parse(`def f(a, b):\n${body}\ndef last(): pass\n`, 'python');
    expect(syntax.errors).toEqual([]);
    expect(named(syntax, 'function_definition')).toHaveLength(2);
    expect(named(syntax, 'comment')).toEqual(body.match(/#[^\r\n]*/g) ?? []);
  });

  test('comments behind a decorator', () => {
    const syntax = parse(UNDECORATED, 'python');
    expect(syntax.errors).toEqual([]);
    expect(named(syntax, 'comment')).toEqual(['# why', '# because', '# so']);
    expect(named(syntax, 'decorated_definition')).toHaveLength(2);
  });

  test('a statement begins with what makes its import lazy', () => {
    const syntax = parse('lazy import a\nlazy from b import c\n', 'python');
    expect([...named(syntax, 'import_statement'), ...named(syntax, 'import_from_statement')]).toEqual([
      'lazy import a',
      'lazy from b import c',
    ]);
  });
});

const SOUND: readonly string[] = [
  'x = f"{a["b"]}" rf"\\{a}" f"\\N{DASH}{b}" b"{" f"{{"\n',
  'type X = int\nx = type(x)\nprint(x)\nmatch(x)\nlazy = 1\nlazy.x\n',
  'try: pass\nexcept (A, B): pass\nexcept C as e: pass\n',
];

test.each(SOUND)('what is read as it stands is left as it is: %j', (text) => {
  expect(curePython(text)).toBeNull();
});

test('code that is not Python stays not understood', () => {
  for (const text of ['def f(:\n', 'print "x"; x = = 1\n', 'class A[T = ]: pass\n', 'match[a].b:\n    case _: pass\n'])
    expect(parse(text, 'python').errors.length).toBeGreaterThan(0);
});

test('any text is cured to one of equal length, with its line breaks outside of brackets in their places', () => {
  const piece = fc.constantFrom(
    ...['(', ')', '[', ']', '{', '}', '"', "'", '"""', 'f"', "t'", '\\', '\n', '\r\n', '\r', ' ', '\t', '#', ':', ':='],
    ...['=', '*', ',', 'x', '1', 'type', 'class A[', 'except ', 'lazy import ', 'match ', 'print', 'é', '🦀', '!r'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const tokens = readTokens(text);
      for (const { start, end } of tokens) expect(end).toBeGreaterThan(start);
      const cured = curePython(text);
      expect(cured?.text.length ?? text.length).toBe(text.length);
      expect(parse(text, 'python').text).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

describe('whether a text has to be looked at closely', () => {
  test.each(['x = f"{a:=5}"', 'x = f"{f(a)[0]:=5}"', 'x = f"{a[\'(\']:=5}"', 'x = f"""{\n  a  # (\n  :=5}"""'])(
    'it has where `:=` may be the format of %s',
    (text) => {
      expect(mayBeMisreadPython(text)).toBe(true);
    },
  );

  test.each(['x = {a: b for b in c if (a := b)}', "x = {\n    # don't\n    a: (b := 1)\n}", 'if a := {}:\n    pass'])(
    'it has not where a bracket stands open: %s',
    (text) => {
      expect(mayBeMisreadPython(text)).toBe(false);
    },
  );
});
