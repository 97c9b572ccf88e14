import { describe, expect, test } from 'vitest';
import { compareSurface } from '../../../../src/engine/prove/javascript/declarations/compare-surface.ts';
import { readFamily } from '../../../../src/engine/prove/javascript/declarations/declared-modules.ts';
import { readSurface } from '../../../../src/engine/prove/javascript/declarations/read-surface.ts';
import { type Files, proveProject, verdictsOf } from '../../../helpers/javascript-project.ts';

/** Compares declarations of `m` with those of `m` and its parts. */
function compare(before: string, after: Files): string | null {
  const [first, second] = [{ m: before }, after].map((files) => {
    const texts = new Map(Object.entries(files));
    const family = readFamily(
      texts,
      [...texts.keys()].filter((stem) => /^m(\/|$)/.test(stem)),
    );
    if (typeof family === 'string') throw new Error(family);
    return readSurface(family);
  });
  return compareSurface(first!, second!, ['m']);
}

const BOX = 'interface Box<T = number> {\n  t: T;\n}\n';

describe('declarations are equal', () => {
  test.each<[string, string, Files]>([
    [
      'in parts, with private ones that became exported there',
      `${BOX}export declare const a: Box;\nexport declare function f(b: Box<string>): Box[];\n`,
      {
        m: "export { a } from './m/a.js';\nexport { f } from './m/f.js';\n",
        'm/a': `export ${BOX}export declare const a: Box;\n`,
        'm/f': "import type { Box } from './a.js';\nexport declare function f(b: Box<string>): Box[];\n",
      },
    ],
    [
      'whatever the order of unions, and with defaults of type arguments',
      `${BOX}export declare const a: 'x' | Box | null | (1 | 2)[];\n`,
      {
        m: "export { a } from './m/a';\n",
        'm/a': `${BOX}export declare const a: null | 'x' | (2 | 1)[] | Box<number>;\n`,
      },
    ],
    [
      'with types that are imported where they are used',
      "import { T } from './t.js';\ninterface S {\n}\nexport declare const a: Map<T.X, S>;\nexport declare const b: typeof a;\n",
      {
        m: "export { a, b } from './m/b.js';\n",
        'm/a': 'interface S {\n}\nexport declare const a: Map<import("../t.js").T.X, S>;\nexport { S };\n',
        'm/b': 'export { a } from \'./a.js\';\nexport declare const b: typeof import("./a.js").a;\n',
      },
    ],
    [
      'of a default export, named elsewhere',
      'declare class K {\n  me: K;\n}\nexport default K;\nexport declare const k: K;\nexport { k as again };\n',
      {
        m: "export { default, k, k as again } from './m/k.js';\n",
        'm/k': 'declare class K {\n  me: K;\n}\nexport default K;\nexport declare const k: K;\n',
      },
    ],
    [
      'of overloads, enums, namespaces and merged interfaces',
      'export interface I {\n  a: 1;\n}\nexport interface I {\n  b: 2;\n}\nexport declare function f(a: 1): 1;\nexport declare function f(a: I): 2;\nexport declare enum E {\n  A = 1\n}\nexport declare namespace N {\n  const e: E;\n}\n',
      {
        m: "export * from './m/all.js';\n",
        'm/all':
          "import { E } from './e.js';\nexport { E };\nexport interface I {\n  a: 1;\n}\nexport interface I {\n  b: 2;\n}\nexport declare function f(a: 1): 1;\nexport declare function f(a: I): 2;\nexport declare namespace N {\n  const e: E;\n}\n",
        'm/e': 'export declare enum E {\n  A = 1\n}\n',
      },
    ],
  ])('%s', (_title, before, after) => expect(compare(before, after)).toBe(null));
});

describe('declarations differ', () => {
  test.each<[string, string, Files]>([
    [
      'a type is wider',
      'export declare const a: 1;\n',
      { m: "export { a } from './m/a';\n", 'm/a': 'export declare const a: number;\n' },
    ],
    [
      'a private type that an exported one mentions',
      `${BOX}export declare const a: Box;\n`,
      { m: "export { a } from './m/a';\n", 'm/a': `${BOX.replace('t: T', 't: T[]')}export declare const a: Box;\n` },
    ],
    [
      'two exports change places',
      'export declare const a: 1;\nexport declare const b: 1;\n',
      {
        m: "export { a as b, b as a } from './m/a';\n",
        'm/a': 'export declare const a: 1;\nexport declare const b: 1;\n',
      },
    ],
    [
      'a name more',
      'export declare const a: 1;\n',
      { m: "export * from './m/a';\n", 'm/a': 'export declare const a: 1;\nexport declare const b: 1;\n' },
    ],
    [
      'a name less',
      'export declare const a: 1;\nexport declare const b: 1;\n',
      { m: "export { a } from './m/a';\n", 'm/a': 'export declare const a: 1;\n' },
    ],
    [
      'a modifier',
      'export declare abstract class A {\n  readonly a: 1;\n}\n',
      { m: "export { A } from './m/a';\n", 'm/a': 'export declare abstract class A {\n  a: 1;\n}\n' },
    ],
    [
      'a type of the same name from another module',
      "import { T } from './t.js';\nexport declare const a: T;\n",
      { m: "export { a } from './m/a';\n", 'm/a': "import { T } from './t.js';\nexport declare const a: T;\n" },
    ],
    [
      'a default that is another',
      `${BOX}export declare const a: Box;\n`,
      {
        m: "export { a } from './m/a';\n",
        'm/a': `${BOX.replace('number', 'string')}export declare const a: Box<number>;\n`,
      },
    ],
    [
      'two private types of one name',
      'interface S {\n  a: 1;\n}\nexport declare const a: S;\nexport declare const b: S;\n',
      {
        m: "export { a } from './m/a';\nexport { b } from './m/b';\n",
        'm/a': 'interface S {\n  a: 1;\n}\nexport declare const a: S;\n',
        'm/b': 'interface S {\n  a: 2;\n}\nexport declare const b: S;\n',
      },
    ],
    [
      'what is declared for all',
      'export {};\ndeclare global {\n  var x: 1;\n}\n',
      { m: 'export {};\ndeclare global {\n  var x: 2;\n}\n' },
    ],
  ])('%s', (_title, before, after) => expect(compare(before, after)).not.toBe(null));
});

const CONFIG = JSON.stringify({
  compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, noEmit: true, types: [] },
  include: ['src'],
});
const PROJECT = {
  'package.json': '{"type":"module"}',
  'tsconfig.json': CONFIG,
  'src/m.ts': 'export const kinds = { a: 1, b: 2 };\nexport const size = (of: keyof typeof kinds) => kinds[of];\n',
  'src/use.ts': "import { kinds, size } from './m.js';\nexport const both = [kinds, size] as const;\n",
};
const PARTS = {
  'src/m.ts': "export { kinds } from './m/kinds.js';\nexport { size } from './m/size.js';\n",
  'src/m/kinds.ts': 'export const kinds = { a: 1, b: 2 };\n',
  'src/m/size.ts':
    "import { kinds } from './kinds.js';\n\nexport const size = (of: keyof typeof kinds) => kinds[of];\n",
};

describe('rung A', () => {
  test('compares what the compiler writes, also where the project writes none', async () => {
    const { proofs } = await proveProject(PROJECT, { ...PROJECT, ...PARTS }, ['A']);
    expect(verdictsOf(proofs)).toEqual(
      ['src/m.ts', 'src/m/kinds.ts', 'src/m/size.ts'].map(
        (path) => `A ${path} tsc -p tsconfig.json --declaration: proven`,
      ),
    );
  });

  test('sees a type that is inferred in another way, which no error shows', async () => {
    const wider = { ...PARTS, 'src/m/kinds.ts': 'export const kinds: Record<"a" | "b", number> = { a: 1, b: 2 };\n' };
    const { proofs } = await proveProject(PROJECT, { ...PROJECT, ...wider }, ['B', 'A']);
    expect(verdictsOf(proofs).slice(-1)).toEqual(['A src/m/size.ts tsc -p tsconfig.json --declaration: failed']);
    expect(proofs.filter(({ rung }) => rung === 'B').every(({ verdict }) => verdict === 'proven')).toBe(true);
  });

  test('is lost where the base has no declarations, and is not asked where B has failed', async () => {
    const unnamed = {
      ...PROJECT,
      'src/m.ts': `${PROJECT['src/m.ts']}export default class {\n  private x = 1;\n}\nexport const f = () => class {\n  private y = 1;\n};\n`,
    };
    const { proofs } = await proveProject(unnamed, { ...unnamed, 'src/m.ts': `${unnamed['src/m.ts']}\n` }, ['A']);
    expect(proofs.map(({ verdict }) => verdict)).toEqual(['not-run']);
    const broken = { ...PARTS, 'src/m/size.ts': 'export const size = (of: keyof typeof kinds) => kinds[of];\n' };
    const failed = await proveProject(PROJECT, { ...PROJECT, ...broken }, ['B', 'A', 'T']);
    expect(failed.proofs.filter(({ rung }) => rung !== 'B').map(({ verdict, why }) => `${verdict}: ${why}`)).toEqual(
      Array.from({ length: 6 }, () => 'not-run: skipped: B is not proven'),
    );
  });

  test('of plain JavaScript: names and kinds in a fresh node', async () => {
    const before = {
      'package.json': '{"type":"module"}',
      'm.js': 'export const a = 1;\nexport function b(x) {}\nexport class C {}\nexport default [a];\n',
    };
    const parts = {
      'm.js': "export { a, C } from './m/a.js';\nexport { b } from './m/b.js';\nexport { default } from './m/a.js';\n",
      'm/a.js': 'export const a = 1;\nexport class C {}\nexport default [a];\n',
      'm/b.js': 'export function b(x) {}\n',
    };
    const right = await proveProject(before, { ...before, ...parts }, ['A'], []);
    expect(verdictsOf(right.proofs)).toEqual(
      ['m.js', 'm/a.js', 'm/b.js'].map((path) => `A ${path} node import: proven`),
    );
    const other = { ...parts, 'm/b.js': 'export const b = {};\n' };
    const wrong = await proveProject(before, { ...before, ...other }, ['A'], []);
    expect(verdictsOf(wrong.proofs)[0]).toBe('A m.js node import: failed');
    const browser = { ...before, 'm.js': `window.x = 1;\n${before['m.js']}` };
    const unseen = await proveProject(browser, { ...browser, ...parts }, ['A'], []);
    expect(verdictsOf(unseen.proofs)[0]).toBe('A m.js node import: not-run');
  });
}, 120_000);
