import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cognitiveBound } from '../../../../analyzers/complexity/bound/cognitive-bound.ts';
import { measure } from '../../../../analyzers/complexity/measure.ts';
import { type Grammar, languageOf } from '../../../../src/languages/language.ts';
import { parse } from '../../../../src/languages/parse.ts';

/** All increments, without the cap that files with errors have; and the file's own number. */
function countAll(text: string, grammar: Grammar) {
  const syntax = parse(text, grammar);
  let all = 0;
  const { cognitive } = measure(syntax, (_tally, metric, _node, { amount }) => {
    if (metric === 'cognitive') all += amount;
  });
  return { all, cognitive, isSound: syntax.errors.length === 0, bound: cognitiveBound(text, languageOf(grammar)) };
}

const SOUND: Readonly<Record<string, readonly [Grammar, string]>> = {
  'blocks in closures in blocks': [
    'rust',
    'fn f() { if a { xs.map(|x| |y| if x { match y { A | B if c => {}, _ => loop {} } } else if y { } else { while z {} }); } }',
  ],
  'braces in literals': [
    'rust',
    `fn f() { if a { let s = "}"; let c = '}'; let r = r#"}"}"#; /* } /* } */ } */ // }\n if b { let l: &'a str = '\\''; while c {} } } }`,
  ],
  'functions in functions and types': [
    'rust',
    "impl A for B { fn f() -> [u8; { 3 }] { fn g() { if a { fn h<'a>() where F: for<'b> Fn(&'b T) { for x in y { h() } } } } struct S; impl S { fn m() { if x {} } } } }",
  ],
  'blocks in conditions': ['rust', 'fn f() { while match x { A => unsafe { y }, _ => false } { if z {} } }'],
  'raw names and labels': ['rust', "fn r#if() { 'a: loop { if x { continue 'a } else { break 'a } } r#if() }"],
  logic: ['rust', 'fn f() { a && b || c && (d || e) && !(f && g); let Some(x) = y else { return }; }'],
  indentation: [
    'python',
    'def f(a):\n    for x in a:\n        try:\n            pass\n        except E:\n            while b:\n\n# }\n                if c: d = 1 if e else 2\n        else:\n            def g():\n                return g() and h or i\n',
  ],
  'tabs, joined lines and strings': [
    'python',
    `if a:\n\tif b and \\\nc:\n\t\tx = """\nif not code:\n"""\n\t\tif d:\n\t\t\ty = (1 if e\nelse 2)\n\t\t\tif f: pass\n`,
  ],
  'conditions in one another': [
    'python',
    'x = f(1 if a else [2 if b else (lambda p, q: 3 if c else 4), 5], 6 if d else 7) if e else (8 if g else 9)\n',
  ],
  'strings that are code': [
    'python',
    'def f():\n    if a:\n        x = f"{y[")"]:^{3 if b else 4}}"\n        if c:\n            z = f"{{" + f\'{1 if d else 2!r:>{w}}\'\n            if e: pass\n',
  ],
  'a mark of byte order': ['python', '\uFEFFif a:\n    if b:\n        if c: pass\n'],
  matches: [
    'python',
    'def f():\n    match x:\n        case [1, 2] if a:\n            if b: pass\n        case _:\n            match = 3\n',
  ],
  'functions without names': [
    'tsx',
    'const f = (a) => a ? b ? c : d : { m() { if (e) for (;;) g(() => h && i || j) } };',
  ],
  'templates and switches': [
    'typescript',
    'function f() { a: for (const x of y) { switch (x) { case 1: break a; default: try {} catch { z(`${q ? 1 : 2}`); f() } } } }',
  ],
};

test.each(Object.entries(SOUND))(
  'no sound source has more complexity than its characters say: %s',
  (_name, [grammar, text]) => {
    const { all, cognitive, isSound, bound } = countAll(text, grammar);
    expect(isSound).toBe(true);
    expect(cognitive).toBe(all);
    expect(all).toBeGreaterThan(0);
    expect(bound).toBeGreaterThanOrEqual(all);
  },
);

test('the bound follows what it bounds where braces are in text alone', () => {
  const { all, bound } = countAll('fn f() { if a { print!("{{{"); } if b { "{{" } else { \'{\' } }', 'rust');
  expect([all, bound]).toEqual([3, 3]);
});

const RUST_WORDS =
  'if else while for in loop match fn f impl T let x || | && , ; => { } ( ) { } "}" \'}\' \'a // /* */ r#" "# mod < > = return break continue'.split(
    ' ',
  );
const PYTHON_WORDS =
  'if else elif while for in match case def f class T lambda x and or , : ( ) [ ] """ f" " \' try except \n \n \n  \n    \n        # \\ ='.split(
    / (?! )/,
  );

test.each([
  ['rust', RUST_WORDS],
  ['python', PYTHON_WORDS],
  ['typescript', [...RUST_WORDS, '?', ':', '`', 'function', 'switch', 'catch']],
] as const)('nor is there any text of %s whose number is above its bound', (grammar, words) => {
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((some) => some.join(' '));
  fc.assert(
    fc.property(texts, (text) => {
      const { all, cognitive, isSound, bound } = countAll(text, grammar);
      expect(cognitive).toBe(isSound ? all : Math.min(all, bound));
      expect(cognitive).toBeLessThanOrEqual(bound);
    }),
    { numRuns: 1500 },
  );
});

/** Sound source of Rust: statements in one another, with closures, literals and comments between. */
const rust = fc.letrec<{ body: string; one: string }>((tie) => ({
  body: fc.array(tie('one'), { maxLength: 3 }).map((some) => some.join('\n')),
  one: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'g("}{");',
      "h('{');",
      '/* { */ k();',
      '// }\n',
      'let r = r#"{"#;',
      'a && b || !c;',
      'S { x: 1 };',
      'f();',
    ),
    tie('body').map((body) => `if a || b { ${body} }`),
    tie('body').map((body) => `if a { ${body} } else if let B = c { ${body} } else { ${body} }`),
    tie('body').map((body) => `'l: loop { ${body} break 'l; }`),
    tie('body').map(
      (body) => `match x { A | B if c => { ${body} } D => xs.iter().map(|y| if y { ${body} 1 } else { 2 }), _ => () }`,
    ),
    tie('body').map((body) => `let v = xs.map(move |x: &[u8; 2], _| { ${body} });`),
    tie('body').map((body) => `fn f<const N: usize>(a: [u8; N]) -> impl Fn() where T: for<'a> G<'a> { ${body} }`),
    tie('body').map((body) => `impl<'a> T for S<'a> { fn m(&self) -> bool { ${body} true } }`),
    tie('body').map((body) => `while match y { A => unsafe { z }, _ => false } { ${body} }`),
  ),
})).body;

test('nor of generated sound Rust', () => {
  fc.assert(
    fc.property(rust, (body) => {
      const { all, isSound, bound } = countAll(`fn main() { ${body} }`, 'rust');
      fc.pre(isSound);
      expect(bound).toBeGreaterThanOrEqual(all);
    }),
    { numRuns: 800 },
  );
});
