import { expect, test } from 'vitest';
import { planFile } from '../../../../src/engine/plan/plan-file.ts';
import { proveSyntax } from '../../../../src/engine/prove/javascript/prove-syntax.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const BASE = "export enum Base {\n  Admin = 'admin',\n  Guest = 'guest',\n}\n";
const LOCAL = '\nexport function alpha(): number {\n  return 1;\n}\n';
const TSX = { 'package.json': '{"type": "module", "scripts": {"start": "tsx src/main.ts"}}' };
const TSC = { 'package.json': '{"type": "module", "scripts": {"build": "tsc"}}' };

/** What S says where `Base` has moved away from the rest. */
function said(rest: string, others: Readonly<Record<string, string>>): string {
  const before = memoryView({ 'src/m.ts': `${BASE}\n${rest}${LOCAL}`, ...others });
  const facade = `import { Base } from './m/base.js';\n\n${rest}${LOCAL}\nexport { Base };\n`;
  const after = memoryView({ 'src/m.ts': facade, 'src/m/base.ts': BASE, ...others });
  const proofs = proveSyntax(before, after, ['src/m.ts', 'src/m/base.ts'], null);
  if (proofs.some(({ verdict }) => verdict === 'failed')) return 'failed';
  return proofs.some(({ weakened }) => weakened?.includes('J95')) ? 'less' : 'proven';
}

test.each<[string, string, Record<string, string>, string]>([
  ['a value of the other enum', 'export enum Role {\n  Root = Base.Admin,\n}\n', TSX, 'failed'],
  ['the same under tsc alone', 'export enum Role {\n  Root = Base.Admin,\n}\n', TSC, 'less'],
  ['by a bracket', "export enum Role {\n  Root = Base['Admin'],\n}\n", TSX, 'failed'],
  ['in a template', 'export enum Role {\n  Root = `${Base.Admin}!`,\n}\n', TSX, 'failed'],
  ['in a constant enum', 'export const enum Role {\n  Root = Base.Admin,\n}\n', TSX, 'failed'],
  [
    'a member of its own',
    'export enum Role {\n  Low = 1,\n  High = Low << 1,\n}\nexport const base = Base.Admin;\n',
    TSX,
    'proven',
  ],
  ['no enum', 'export const role = { root: Base.Admin };\n', TSX, 'proven'],
])('an enum that is parted from another: %s: %s', (_, rest, others, verdict) => {
  expect(said(rest, others)).toBe(verdict);
});

test('enums that were apart before may move', () => {
  const role = "import { Base } from './base.js';\n\nexport enum Role {\n  Root = Base.Admin,\n}\n";
  const others = { ...TSX, 'src/base.ts': BASE };
  const before = memoryView({ 'src/m.ts': `${role}${LOCAL}`, ...others });
  const after = memoryView({
    'src/m.ts': `export { Role } from './m/role.js';\n${LOCAL}`,
    'src/m/role.ts': role.replace('./base.js', '../base.js'),
    ...others,
  });
  const proofs = proveSyntax(before, after, ['src/m.ts', 'src/m/role.ts'], null);
  expect(proofs.map(({ verdict, weakened }) => [verdict, weakened])).toEqual([
    ['proven', undefined],
    ['proven', undefined],
  ]);
});

test('a plan keeps an enum and what its members have values of in one file', () => {
  const user = (name: string, index: number): string =>
    `\nexport function take${name}${index}(one: ${name}): string {\n  const text = String(one);\n  return text + ${index};\n}\n`;
  const all = (name: string): string => Array.from({ length: 12 }, (_, i) => user(name, i)).join('');
  const text = `${BASE}${all('Base')}\nexport enum Role {\n  Root = Base.Admin,\n}\n${all('Role')}`;
  const { keep, modules } = planFile(memoryView({ ...TSX, 'src/m.ts': text }), { path: 'src/m.ts', limit: 80 });
  const homes = new Map([
    ...keep.map(({ unit }) => [unit, 'facade'] as const),
    ...modules.flatMap(({ name, units }) => units.map((unit) => [unit, name] as const)),
  ]);
  const homeOf = (name: string) => [...homes].find(([unit]) => unit.endsWith(` ${name}`))?.[1];
  expect(modules.length).toBeGreaterThan(0);
  expect(homeOf('Base')).toBeDefined();
  expect(homeOf('Base')).toBe(homeOf('Role'));
});
