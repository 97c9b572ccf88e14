import { expect, test } from 'vitest';
import { readRules } from '../../../src/engine/run/rules/read-rules.ts';
import { requiredWords } from '../../../src/engine/run/rules/required-words.ts';
import { ranCodemods } from '../../helpers/ran-codemods.ts';

const UNWRAP = 'id: no-unwrap\nlanguage: Rust\nrule: { pattern: $A.unwrap() }\nfix: $A.expect("checked")\n';

const of = (rule: string, more: string): string => `id: a\nlanguage: rust\nrule: ${rule}\n${more}\n`;

test('replaces matches in the files of the language, and accounts for each', async () => {
  const { rows, text, parses } = await ranCodemods(
    { 'rule.yml': UNWRAP },
    {
      'src/a.rs': 'fn f() { a(b).unwrap(); }\r\n',
      'src/b.rs': 'fn g() { unwrap(); }\n',
      'src/c.rs': 'fn h() {}\n',
      'd.py': 'a.unwrap()\n',
    },
  );
  expect(text('src/a.rs')).toBe('fn f() { a(b).expect("checked"); }\r\n');
  expect(Object.fromEntries(Object.values(rows).map(({ path, status }) => [path, status]))).toEqual({
    'src/a.rs': 'changed',
    'src/b.rs': 'unchanged',
    'src/c.rs': 'unchanged',
  });
  // a.rs before and after, b.rs; a file without the word is not parsed.
  expect(parses).toBe(3);
});

test('five files of rules share the tree of each file', async () => {
  const rules = Object.fromEntries(
    ['alpha', 'beta', 'gamma', 'delta', 'omega'].map((name) => [
      `${name}.yml`,
      `id: ${name}\nlanguage: python\nrule: { pattern: $A.${name}() }\nfix: $A\n`,
    ]),
  );
  const source = 'alpha, beta, gamma, delta, omega = 1, 2, 3, 4, 5\n';
  expect(await ranCodemods(rules, { 'a.py': source, 'b.py': source })).toMatchObject({ parses: 2 });
});

test('five codemods of two kinds parse each file once, and what they made of it once', async () => {
  const rule = (name: string): string => `id: ${name}\nlanguage: python\nrule: { pattern: ${name}($A) }\nfix: done\n`;
  const finder = (name: string): string =>
    `export default { languages: ['python'], change(file) { for (const n of file.findAll('${name}($A)')) file.replace(n, 'done'); } };\n`;
  const codemods = {
    'alpha.yml': rule('alpha'),
    'beta.mjs': finder('beta'),
    'gamma.yml': rule('gamma'),
    'delta.mjs': finder('delta'),
    'omega.yml': rule('omega'),
  };
  const words = 'alpha, beta, gamma, delta, omega = 1, 2, 3, 4, 5\n';
  const files = { 'a.py': words, 'b.py': words, 'c.py': `${words}omega(1)\n` };
  const { text, parses } = await ranCodemods(codemods, files);
  expect(text('c.py')).toBe(`${words}done\n`);
  expect(parses).toBe(4);
});

test.each([
  ['an outer match before those inside it', 'f($A)', 'g($A)', 'f(f(1));\n', 'g(f(1));\n'],
  ['a list with what stands between', 'f($$$A)', 'g($$$A)', 'f(1,  2, /* c */ 3);\n', 'g(1,  2, /* c */ 3);\n'],
  ['nothing where nothing was matched', 'f($$$A)', 'g($$$A)', 'f();\n', 'g();\n'],
])('%s', async (_name, pattern, fix, before, after) => {
  const rule = `id: r\nlanguage: javascript\nrule: { pattern: ${JSON.stringify(pattern)} }\nfix: ${JSON.stringify(fix)}\n`;
  const { rows, text } = await ranCodemods({ 'r.yml': rule }, { 'a.js': before });
  if (rows['a.js']!.status === 'failed')
    expect(rows['a.js']!.why).toMatch(/what the rules made of it does not parse: line 1$/);
  else expect(text('a.js')).toBe(after);
});

test('moves lines to the depth at which they stand, and leaves empty lines empty', async () => {
  const rule = `id: r
language: rust
rule: { pattern: "if $C { $$$B }" }
fix: |-
  match $C {
      true => {
          $$$B
      }
      false => {}
  }
`;
  const before = 'fn f() {\n    if a {\n        b(\n            c,\n        );\n\n        d();\n    }\n}\n';
  const { text } = await ranCodemods({ 'r.yml': rule }, { 'a.rs': before });
  expect(text('a.rs')).toBe(
    'fn f() {\n    match a {\n        true => {\n            b(\n                c,\n            );\n\n            d();\n        }\n        false => {}\n    }\n}\n',
  );
});

test.each(['\t', '\t\t', '\t  '])('moves lines below %j', async (depth) => {
  const rule = 'id: r\nlanguage: rust\nrule: { pattern: f($A) }\nfix: |-\n  g(\n      $A,\n  )\n';
  const before = `fn h() {\n${depth}f([\n${depth}\t1,\n${depth}]);\n}\n`;
  const { text } = await ranCodemods({ 'r.yml': rule }, { 'a.rs': before });
  expect(text('a.rs')).toBe(`fn h() {\n${depth}g(\n${depth}    [\n${depth}    \t1,\n${depth}    ],\n${depth});\n}\n`);
});

test('transforms, constraints, utilities, files and expansions', async () => {
  const rule = `id: r
language: ts
files: ["src/**"]
ignores: ["src/no.ts"]
rule: { pattern: "f($A, $B)", has: { matches: call, stopBy: end } }
utils: { call: { kind: call_expression } }
constraints: { A: { regex: "^[a-z]+$" } }
transform: { U: { convert: { source: $A, toCase: upperCase } } }
fix: { template: "$U", expandEnd: { regex: ";" } }
`;
  const { text, rows } = await ranCodemods(
    { 'r.yml': rule },
    { 'src/a.ts': 'f(a, g());\nf(1, g());\nf(a, b);\n', 'src/no.ts': 'f(a, g());\n', 'b.ts': 'f(a, g());\n' },
  );
  expect(text('src/a.ts')).toBe('A\nf(1, g());\nf(a, b);\n');
  expect(Object.keys(rows)).toEqual(['src/a.ts']);
});

test('a file with syntax errors is named and left as it is', async () => {
  const { rows, text } = await ranCodemods(
    { 'rule.yml': UNWRAP },
    {
      'a.rs': 'fn f() {\n  a.unwrap();\n  let = ;\n}\n',
      'b.rs': 'fn f() { b.unwrap() }\n',
      'c.rs': 'fn f() { unwrap(1; }\n',
    },
  );
  expect(rows['a.rs']).toMatchObject({
    status: 'failed',
    why: expect.stringMatching(/the file does not parse: line 3$/),
  });
  expect(text('a.rs')).toContain('a.unwrap()');
  expect(rows['b.rs']).toMatchObject({ status: 'changed' });
  // A bracket that is missing is no error node.
  expect(rows['c.rs']).toMatchObject({ status: 'failed' });
});

test('a result that does not parse is not taken', async () => {
  const rule = 'id: r\nlanguage: python\nrule: { pattern: f($A) }\nfix: "f($A"\n';
  const { rows, text } = await ranCodemods({ 'r.yml': rule }, { 'a.py': 'f(1)\nx = 2\n' });
  expect(rows['a.py']).toMatchObject({ status: 'failed' });
  expect(text('a.py')).toBe('f(1)\nx = 2\n');
});

test('a rule without a fix reports', async () => {
  const rule = 'id: r\nlanguage: python\nmessage: use is\nrule: { pattern: $A == None }\n';
  const { rows, reports } = await ranCodemods({ 'r.yml': rule }, { 'a.py': 'x = 1\ny = x == None\n' });
  expect(rows['a.py']).toMatchObject({ status: 'unchanged' });
  expect(reports).toEqual([{ path: 'a.py', text: 'line 2: use is (r)' }]);
});

test.each([
  ['id: a\n  b', 'r.yml:', /./],
  ['', 'r.yml:1', /empty/],
  ['id: a\nlanguage: go\nrule: {}\n', 'r.yml:1', /none of rust/],
  ['id: a\nlanguage: rust\n', 'r.yml:1', /no rule/],
  ['language: rust\nrule: {}\n', 'r.yml:1', /needs an id/],
  [of('{ pattern: f($A) }', 'fix: g($B)'), 'r.yml:4', /^rule a: nothing binds \$B, which its fix names$/],
  [of('{ pattern: f($A) }', 'fix: { template: g($$$A) }'), 'r.yml:4', /nothing binds \$\$\$A/],
  [of('{ pattern: f($$$A) }', 'fix: g($A)'), 'r.yml:4', /nothing binds \$A/],
  [of('{ pattern: f($_A) }', 'fix: g($_A)'), 'r.yml:4', /nothing binds \$_A/],
  [
    of('{ pattern: f($A) }', 'transform:\n  N: { substring: { source: $Q, startChar: 1 } }\nfix: g($N)'),
    'r.yml:5',
    /nothing binds \$Q, which N is made of/,
  ],
  [of('{ pattern: f($A) }', 'transform:\n  N: substring($Q, startChar=1)'), 'r.yml:5', /nothing binds \$Q/],
  [of('\n  patern: f($A)', 'fix: g'), 'r.yml:4', /^rule a: patern is none of pattern, kind, /],
  [of('\n  any:\n    - has:\n        kind: a\n        stopby: end', ''), 'r.yml:7', /stopby is none of .*stopBy/],
  [of('{ kind: a }', 'utils:\n  u: { knid: b }'), 'r.yml:5', /knid is none of/],
  ['id: a\nlanguage: rust\nrule: {}\nrewriters: []\n', 'r.yml:1', /rewriters/],
  [
    'id: a\nlanguage: rust\nrule: {}\ntransform: { B: { rewrite: { source: $A, rewriters: [u] } } }\n',
    'r.yml:1',
    /B is made by rewrite/,
  ],
  [
    'id: a\nlanguage: rust\nrule: {}\ntransform: { B: "rewrite($A, rewriters=[u])" }\n',
    'r.yml:1',
    /B is made by rewrite/,
  ],
  [
    'id: a\nlanguage: rust\nrule: {}\n---\nid: b\nlanguage: rust\nrule: {}\nfix: [1]\n',
    'r.yml:5',
    /a text or has a template/,
  ],
])('refuses %j by its line', (text, where, why) => {
  expect(() => readRules('r.yml', text)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        code: 'rule-not-read',
        what: expect.stringContaining(where),
        why: expect.stringMatching(why),
      }),
    }),
  );
});

test.each([
  of('{ pattern: f($A) }', 'transform: { N: "substring($A, startChar=1)", M: "substring($N)" }\nfix: g($N, $M)'),
  of('{ all: [{ pattern: { context: f($A), selector: a } }, { has: { pattern: $$B } }] }', 'fix: $A $B'),
  of('{ pattern: f($A), matches: u }', 'utils: { u: { pattern: g($$$B) } }\nfix: h($A, $$$B)'),
  of('{ kind: a, nthChild: { position: 1, ofRule: { kind: b } }, not: { inside: { kind: c, field: d } } }', ''),
])('takes %j', (text) => {
  expect(readRules('r.yml', text)).toHaveLength(1);
});

test.each([
  [{ pattern: '$A.unwrap_or($B)' }, ['unwrap_or']],
  [{ pattern: '$FOO($$$ARGS)' }, []],
  [{ any: [{ pattern: 'alpha' }, { pattern: 'beta' }] }, []],
  [{ not: { pattern: 'alpha' } }, []],
  [{ all: [{ pattern: 'alpha' }, { has: { pattern: 'beta' } }] }, ['alpha', 'beta']],
  [{ pattern: { context: 'alpha', strictness: 'signature' } }, []],
  [{ pattern: 'alpha // beta' }, []],
])('words that every match needs: %j', (rule, words) => {
  expect(requiredWords(rule)).toEqual(words);
});
