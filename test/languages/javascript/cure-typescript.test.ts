// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source text
import { describe, expect, test } from 'vitest';
import { analyzeNames } from '../../../src/languages/javascript/analyze-names.ts';
import { javascriptOutline } from '../../../src/languages/javascript/outline.ts';
import { readLinks } from '../../../src/languages/javascript/read-links.ts';
import type { Grammar } from '../../../src/languages/language.ts';
import { parse } from '../../../src/languages/parse.ts';
import { kindOf, textOf } from '../../../src/languages/syntax.ts';
import { memoryView } from '../../helpers/memory-view.ts';

/** Valid TypeScript that the grammar alone does not read, or reads as something else. */
const FORMS: readonly string[] = [
  "export { default as raw } from './x.json' with { type: 'json' };",
  "export { a } from './x.json' with { type: 'json' }\nf();",
  "export type * from './lamp.js';",
  "export type * as kinds from './lamp.js';",
  "export type Held = import('./lamp.js').Lamp<string>;",
  "type T = import('./a').T[];",
  "type T = Promise<import('./a').B<C>>;",
  "f<typeof import('redux')>();",
  'export type Maker<in T, out U> = (x: T) => U;',
  'export interface Both<in out T> { x: (t: T) => T }',
  'class C<in T> {}',
  'export const raw = String.raw`\\u{zz}`;',
  'export class A { static accessor a = 1; readonly accessor b = 2; accessor c; @d accessor e = 1; accessor #p = 2 }',
  'class B extends A { override accessor b = 3; }',
  'abstract class C { abstract accessor c: number; }',
  'function open(x: Disposable): void { using first: Disposable = x; }',
  'for (using x of y) {}',
  'async () => { for (await using x of y) {} }',
  'using[0] = 1;',
  'const using = 1; using;',
  "import defer * as late from './lamp.js';",
  "import source wasm from './x.wasm';",
  'export default abstract class { abstract run(): void; }\nexport function neighbour(): number { return 1; }',
  'interface Get {\n  <T>(state: T | (() => T)): [T, number]\n  <T = undefined>(): [T, number]\n}',
  'type G = {\n  (a: string): void\n  <T>(b: T): void\n}',
  'interface A {\n x?: string\n in2?: string\n in?: string\n y?: string\n}',
  'interface A {\n of?: string\n as?: string\n is: number\n instanceof?: boolean\n}',
  'type Missing<U extends string> = `Missing \\`Self\\` - ${U}`;',
  'function f(...a: (typeof undefined | string)[]) {}',
  'declare const hook: { inject: (any) => void };',
  'type Widen<type> = | (type extends Function ? type : never);',
  'let as = 1; as += 1;',
  'const run = same as Keep<<T>(value: T) => T>;',
  'declare module "node:buffer" { global { interface B {} } }',
  'const far = l >= 1 | l<-32768 | l != l;',
  'x = { size: sql<{ count: number }>`SELECT ${a} FROM ${b}`.pipe(c) };',
];

const MARKUP: readonly string[] = [
  '<a href="?a=1&b=2">Lamps & bulbs</a>;',
  "<p title='R&D'>T & c, {'&'} more &amp; more</p>;",
  '<a>a && b</a>;',
];

describe('what the grammar does not read', () => {
  test.each(FORMS)('%s', (form) => {
    expect(parse(`${form}\nexport const last = 1;\n`, 'typescript').errors).toEqual([]);
  });

  test.each(MARKUP)('%s', (form) => {
    expect(parse(`const x = ${form}\n`, 'tsx').errors).toEqual([]);
  });

  test('a real mistake stays one, in its own statement', () => {
    const view = memoryView({ 'm.ts': 'export type * from "./a";\nexport const a = ;\nexport const b = 1;\n' });
    const outline = view.facts('m.ts', javascriptOutline);
    if (outline.status === 'failed') throw new Error(outline.reason);
    expect(outline.value.partial).toBe(true);
  });
});

const leavesOf = (text: string, grammar: Grammar, kind: RegExp): string[] => {
  const syntax = parse(text, grammar);
  return Array.from({ length: syntax.size }, (_, node) => node)
    .filter((node) => kind.test(kindOf(syntax, node)))
    .map((node) => textOf(syntax, node));
};

describe('what is read is the original text', () => {
  test('names', () => {
    expect(
      leavesOf('let as = using; as += 1; class A<in T> { accessor b = as }', 'typescript', /^identifier$/),
    ).toEqual(['as', 'using', 'as', 'as']);
  });

  test('`using` declares, and waits where it says so', () => {
    const text = 'using a = open();\nawait using b = open(), c = open();\n';
    const view = memoryView({ 'm.ts': text });
    const outline = view.facts('m.ts', javascriptOutline);
    if (outline.status === 'failed') throw new Error(outline.reason);
    expect(outline.value.units.map(({ kind, defines }) => [kind, defines.map(({ name }) => name)])).toEqual([
      ['using', ['a']],
      ['using', ['b', 'c']],
    ]);
  });

  test('links', () => {
    const text = [
      "export type * from './a';",
      "export type * as b from './b';",
      "export { c } from './c.json' with { type: 'json' };",
      "import defer * as d from './d';",
      'd;',
    ].join('\n');
    const syntax = parse(text, 'typescript');
    const links = readLinks(syntax, analyzeNames(syntax));
    expect(links.stars).toEqual([{ from: './a', typeOnly: true }]);
    expect(links.exports.get('b')).toEqual({ foreign: { from: './b', name: '*', typeOnly: true, manner: '' } });
    expect(links.exports.get('c')).toEqual({
      foreign: { from: './c.json', name: 'c', typeOnly: false, manner: 'with{type:json}' },
    });
    expect(links.imports.get('d')).toEqual({ from: './d', name: '*', typeOnly: false, manner: 'defer' });
  });

  test('a tagged template with type arguments is a call, with what is put in', () => {
    expect(leavesOf('const f = (a: A) => sql<B>`x ${a} y ${b.c} z`;', 'typescript', /^call_expression$/)).toHaveLength(
      1,
    );
    expect(leavesOf('sql<B>`x ${a} y ${b.c} z`;', 'typescript', /identifier$/)).toEqual(['sql', 'B', 'a', 'b', 'c']);
  });

  test('a comment behind a method is not its own', () => {
    const text = 'class Desk {\n  one() {\n    return 1;\n  }      /* odd\n  place */\n  two() {}\n}\n';
    expect(leavesOf(text, 'tsx', /^method_definition$/)).toEqual(['one() {\n    return 1;\n  }', 'two() {}']);
  });
});
