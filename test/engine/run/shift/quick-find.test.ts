import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { loadShift } from '../../../../src/engine/run/shift/load-transform.ts';

interface Found {
  readonly length: number;
  find(type: unknown, filter?: unknown): Found;
  toSource(): string;
  getTypes(): readonly string[];
}
type Shift = ((text: string) => Found) & Record<string, unknown>;

// Two of the library: one as it is, one that looks before it walks.
const load = createRequire(import.meta.url);
const fresh = (): Shift => {
  for (const path of Object.keys(load.cache)) if (/jscodeshift|recast|ast-types/.test(path)) delete load.cache[path];
  return load('jscodeshift') as Shift;
};
const plain = (fresh() as unknown as { withParser: (name: string) => Shift }).withParser('tsx');
fresh();
const quick = (loadShift().shift as unknown as { withParser: (name: string) => Shift }).withParser('tsx');

const TEXT = `import a, { b } from './m';
// a comment
export const c = async (d: number, e?: string): Promise<void> => { await f(\`x\${d}\`, /r/g, 1n, e ?? null); };
class G extends H { @dec() private i = 1; get j() { return <K l={m} {...n}>o</K>; } }
enum P { Q = 'r' }
`;

const FILTERS: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null, which is none', null],
  ['what is there', { callee: { name: 'f' } }],
  ['what is not there', { callee: { name: 'zz' } }],
  ['a list', { arguments: [{ type: 'TemplateLiteral' }] }],
  ['a list that is not there', { arguments: [{ type: 'StringLiteral' }] }],
  ['a field that only a visitor sets', { typeAnnotation: null }],
  ['a function', ({ type }: { type: string }) => type.length > 4],
  ['a function behind what is not there', { callee: { name: 'zz' }, arguments: () => true }],
  ['a function before what is not there', { arguments: () => true, callee: { name: 'zz' } }],
];
const TYPES = [
  'CallExpression',
  'Identifier',
  'Node',
  'Comment',
  'JSXElement',
  'WithStatement',
  'Literal',
  'Function',
  'ClassMember',
  'Expression',
];

describe.each(FILTERS)('a filter of %s', (_, filter) => {
  test.each(TYPES)('of %s: as many, of the same types, twice, and the same print', (name) => {
    const [one, other] = [plain, quick].map((j) => {
      const file = j(TEXT);
      const first = file.find(j[name], filter);
      // Lists of comments have no `find`.
      const nested = name === 'Comment' ? first : first.find(j.Identifier, { name: 'nowhere' });
      const again = file.find(j[name], filter);
      return [
        first.length,
        first.getTypes(),
        nested.length,
        nested.toSource(),
        again.length,
        file.toSource(),
        again.toSource(),
      ];
    });
    expect(other).toEqual(one);
  });
});

test('functions of a filter are called as often as ever', () => {
  const [one, other] = [plain, quick].map((j) => {
    const seen: unknown[] = [];
    const note = (value: unknown): boolean => seen.push(typeof value) === 0;
    j(TEXT).find(j.CallExpression, { arguments: note, callee: { name: 'zz' } });
    j(TEXT).find(j.CallExpression, { callee: { name: 'zz' }, arguments: note });
    j(TEXT).find(j.Identifier, note);
    return seen;
  });
  expect(other).toEqual(one);
});

test('fields that a visitor leaves behind are left behind', () => {
  const [one, other] = [plain, quick].map((j) => {
    const file = j(TEXT) as unknown as { find: Found['find']; get: () => { node: object } };
    file.find(j.WithStatement);
    return JSON.stringify(file.get().node, (key, value: unknown) =>
      /^(?:loc|tokens|lines)$/.test(key) ? undefined : typeof value === 'bigint' ? `${value}n` : value,
    );
  });
  expect(other).toBe(one);
});

test('a type that nobody knows is complained about as ever', () => {
  const [one, other] = [plain, quick].map((j) => {
    try {
      return j(TEXT).find('Nonsense').length;
    } catch (error) {
      return String(error);
    }
  });
  expect(other).toBe(one);
});
