import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outline } from '../../../src/core/unit.ts';
import { outlineJavascript } from '../../../src/languages/javascript/outline.ts';
import { type Grammar, grammarOf } from '../../../src/languages/language.ts';
import { parse } from '../../../src/languages/parse.ts';

const outline = (text: string, grammar: Grammar = 'typescript'): Outline => outlineJavascript(parse(text, grammar));

const IDS: readonly (readonly [string, readonly string[]])[] = [
  [
    "'use strict';\nimport a, { b } from './x';\nimport 'y';\n",
    ['directive use strict', 'import a b from ./x', 'import y'],
  ],
  [
    'export * from "./x";\nexport { p as q };\nexport default f();\n',
    ['export * from ./x', 'export p as q', 'export default'],
  ],
  ['function f(a: string): void;\nfunction f(a: any) {}\n', ['function f']],
  ['interface A {}\nconst x = 1;\ninterface A { b: 1 }\n', ['interface A', 'const x', 'interface A~2']],
  ['export const { a, b } = c, d = 1;\nlet e;\n', ['const a b d', 'let e']],
  [
    'declare global { interface W {} }\nnamespace N.M {}\nexport = N;\n',
    ['namespace global', 'namespace N.M', 'export N'],
  ],
  ['export default class {}\nexport abstract class K {}\n', ['class default', 'class K']],
];

test.each(IDS)('names the units of %j', (text, expected) => {
  expect(outline(text).units.map(({ id }) => id)).toEqual(expected);
});

const USES: readonly (readonly [string, string])[] = [
  ['const f = (a, { b, c: [d] }, e = g) => a + b + d + e + h;', 'g:value h:value'],
  ['function f<T extends U>(x: T): x is V { return x as W; }', 'U:type V:type W:type'],
  [
    'class K<T> extends B<T> implements I { static s = now(); later = then(); [key]() { arguments; } }',
    'B:value! I:type now:value! then:value key:value!',
  ],
  ['type M<K> = { [P in keyof K]: K[P] extends infer R ? R : typeof v };', 'v:value'],
  ['try { a(); } catch (e) { e; }', 'a:value!'],
  ['for (const x of xs) { var y = x; let z = y; z; }', 'xs:value!'],
  ['(() => { run(); })();', 'run:value!'],
  ['x = function n() { return n; };', 'x:value!'],
  ['const o = { short, m() { return deep; } };', 'short:value! deep:value'],
  ['enum E { A = one, B = A }', 'one:value!'],
  ['let t: [first: A, ...rest: B[]]; let i: { [key: string]: C };', 'A:type B:type C:type'],
  ['export type { Q } from "./q"; label: for (;;) break label;', ''],
];

test.each(USES)('reads the free names of %s', (text, expected) => {
  const uses = outline(text).units.flatMap((unit) => unit.uses);
  expect(uses.map(({ name, space, eager }) => `${name}:${space}${eager ? '!' : ''}`).join(' ')).toBe(expected);
});

test('gives hazards, twins and members', () => {
  const { units, members } = outline(
    'export let n = 0;\nexport function bump() { n += 1; }\nclass K { get a() { return 1; }\n  set a(v) {}\n  b() {}\n}\nnamespace K {}\nthis.x = await import("./y");\nconst enum E { A }\n',
  );
  expect(units.map(({ hazards }) => hazards.map(({ id }) => id).join())).toEqual([
    'J8',
    '',
    'J10',
    'J1,J3,J7,J4',
    'J5',
  ]);
  expect(units[0]!.visibility).toBe('export');
  expect(outline('class K {\n  a() {}\n  b() {}\n}\n').members.map(({ id }) => id)).toEqual([
    'class K::a',
    'class K::b',
  ]);
  expect(members).toEqual([]);
  expect(outline('namespace K {}\nconst x = 1;\nclass K {}\n').units[0]!.twins).toEqual(['class K']);
});

test('edits of other units change no id', () => {
  const kinds = [
    'function N() {}',
    'const N = 1;',
    '/** doc */\nclass N { m() {} }',
    'register(N);',
    'type N = string;',
    'export { N as M };',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 8 }),
      fc.array(fc.constantFrom(...kinds), { maxLength: 4 }),
      fc.nat(8),
      (parts, more, at) => {
        const texts = parts.map((part, i) => part.replaceAll('N', `name${i}`));
        const others = more.map((part, i) => part.replaceAll('N', `other${i}`));
        const alone = texts.map((text) => outline(`x;\n${text}\n`).units[1]!.id);
        const mixed = outline(
          `x;\n${[...texts.slice(0, at), ...others, ...texts.slice(at)].join('\n\n// note\n\n')}\n`,
        );
        const ids = mixed.units.map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(alone));
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    { numRuns: 150 },
  );
});

test('real files: units in order and apart, nothing lost', () => {
  const all = (readdirSync('node_modules', { recursive: true }) as string[])
    .filter((path) => /\.([cm]?[jt]s)$/.test(path))
    .sort();
  const sample = all.filter((_, i) => i % 40 === 3).map((path) => join('node_modules', path));
  for (const path of sample.filter((one) => statSync(one).isFile() && statSync(one).size < 60_000)) {
    const text = readFileSync(path, 'utf8');
    const { header, units, hazards } = outline(text, grammarOf(path)!);
    let rest = '';
    let at = 0;
    for (const { start, end } of [header, ...units, ...hazards].sort((a, b) => a.start - b.start)) {
      expect(start, path).toBeGreaterThanOrEqual(at);
      rest += text.slice(at, start);
      at = end;
    }
    expect((rest + text.slice(at)).trim(), path).toBe('');
  }
});

test('deep nesting does not overflow', () => {
  expect(outline(`x = ${'('.repeat(5000)}1${')'.repeat(5000)};\n`).units).toHaveLength(1);
  expect(outline(`f = ${'() => '.repeat(3000)}y;\n`).units[0]!.uses.map(({ name }) => name)).toEqual(['f', 'y']);
});
