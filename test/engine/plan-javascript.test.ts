import { describe, expect, test, vi } from 'vitest';
import { javascriptSplitModule } from '../../codemods/javascript/split-module/index.ts';
import type { Plan } from '../../src/core/plan.ts';
import { planFile } from '../../src/engine/plan/plan-file.ts';
import type { Files } from '../helpers/javascript-project.ts';
import { memoryView } from '../helpers/memory-view.ts';

const WORDS = ['circle', 'square', 'parse', 'render', 'fetch', 'store'];
const body = (name: string, call = ''): string =>
  `export function ${name}(value: number): number {\n${call}${'  value += 1;\n'.repeat(28)}  return value;\n}\n`;
const FILLER = WORDS.map(
  (word) => `${body(`${word}One`)}\n${body(`${word}Two`, `  value = ${word}One(value);\n`)}\n`,
).join('');

function planned(files: Files, path = 'src/m.ts'): Plan & { readonly outcome: string } {
  const view = memoryView(files);
  const plan = planFile(view, { path, limit: 120 });
  return { ...plan, outcome: javascriptSplitModule.run(view, { path, plan, notes: false }).status };
}

const moved = ({ modules }: Plan): string[] => modules.flatMap(({ units }) => units);
const reason = ({ keep }: Plan, unit: string): string | undefined => keep.find((one) => one.unit === unit)?.why;

describe('what the codemod would refuse stays, with the hazard as the reason, and the rest leaves', () => {
  test.each([
    ['J4', 'function here', 'function here() {\n  return import.meta.url;\n}\n'],
    ['J4', 'function load', 'export function load(name: string) {\n  return import(`./${name}.js`);\n}\n'],
    ['J7', 'const data', "export const data = await Promise.resolve('x');\n"],
    ['J18', 'const VERSION', 'declare const VERSION: string;\nexport const shown = () => VERSION;\n'],
  ])('%s %s', (hazard, unit, text) => {
    const plan = planned({ 'src/m.ts': `${text}\n${FILLER}` });
    expect(plan.outcome).toBe('changed');
    expect(moved(plan).length).toBeGreaterThan(6);
    const why = reason(plan, unit);
    if (why !== undefined) expect(why).toMatch(new RegExp(`^${hazard}: |core|needs|waits while`));
    else expect(hazard).toBe('J18');
  });

  test('a private thing that stays keeps its users', () => {
    const plan = planned({ 'src/m.ts': `const here = import.meta.url;\nexport const base = () => here;\n${FILLER}` });
    expect([reason(plan, 'const here')?.slice(0, 4), reason(plan, 'const base')]).toEqual([
      'J4: ',
      'it needs `const here`, which stays',
    ]);
    expect(plan.outcome).toBe('changed');
  });
});

test('CommonJS: what is exported one by one leaves, and the statements that export it stay', () => {
  const units = Array.from(
    { length: 12 },
    (_, i) => `function f${i}(x) {\n${'  x += 1;\n'.repeat(8)}  return x;\n}\n\nexports.f${i} = f${i};\n`,
  );
  const plan = planned({ 'm.js': units.join('\n') }, 'm.js');
  expect(plan.modules.flatMap((one) => one.units).every((id) => id.startsWith('function f'))).toBe(true);
  expect(plan.modules.length).toBeGreaterThan(0);
  expect(reason(plan, 'expression exports.f0 f0')).toBe('`exports` is that of the file that names it');
});

describe('one subject', () => {
  const needed = (count: number): string =>
    Array.from({ length: count }, (_, i) => `app.get${i} = function () {\n${'  help(1);\n'.repeat(8)}};\n`).join('\n');
  const help = `function help(x) {\n${'  x += 1;\n'.repeat(12)}  return x;\n}\n`;

  test('leaves where what cannot leave fills the facade', () => {
    const plan = planned({ 'm.js': `const app = (module.exports = {});\n\n${needed(12)}\n${help}` }, 'm.js');
    expect(moved(plan)).toEqual(['function help']);
    expect(plan.outcome).toBe('changed');
    expect(plan.notWorth).not.toBeNull();
  });

  test('a `require` keeps its place where what stays needs it', () => {
    const requires = "const debug = require('debug')('x');\nconst http = require('http');\n";
    const uses = 'app.http = () => http;\napp.debug = () => debug;\n';
    const text = `${requires}\nconst app = (module.exports = {});\n\n${needed(12)}\n${uses}\n${help}`;
    const plan = planned({ 'm.js': text }, 'm.js');
    expect(moved(plan)).toEqual(['function help']);
    expect(reason(plan, 'const http')).toBe('a `require` keeps its place for `expression app.http http`, which stays');
    expect(plan.outcome).toBe('changed');
  });

  test('stays where the facade has room for it, or a part has none', () => {
    expect(moved(planned({ 'm.js': `const app = (module.exports = {});\n\n${needed(2)}\n${help}` }, 'm.js'))).toEqual(
      [],
    );
    const large = `class Help {\n${'  more() {}\n'.repeat(130)}}\n`;
    expect(
      moved(
        planned({ 'm.js': `const app = (module.exports = {});\n\n${needed(12)}\n${large}app.help = Help;\n` }, 'm.js'),
      ),
    ).toEqual([]);
  });
});

describe('a file that is refused as a whole is told by the plan', () => {
  const plain = FILLER.replace(/: number/g, '').replace(/export /g, '');
  test.each<[string, Files, string]>([
    ['J15', { 'm.js': plain }, 'm.js'],
    ['J15', { 'm.js': `${plain}module.exports = { circleOne };\n`, 'package.json': '{"type": "module"}' }, 'm.js'],
    ['J85', { 'm.js': `if (x) return;\n${plain}module.exports = { circleOne };\n` }, 'm.js'],
    ['J2', { 'm.ts': `${FILLER}export = circleOne;\n`.replace(/export function/g, 'function') }, 'm.ts'],
    ['J82', { 'm.ts': FILLER, '.gitignore': 'm\n' }, 'm.ts'],
    ['J89', { 'pages/m.ts': FILLER, 'next.config.js': '' }, 'pages/m.ts'],
  ])('%s', (hazard, files, path) => {
    const plan = planned(files, path);
    expect([plan.modules, [...new Set(plan.refused.map(({ refusal }) => refusal.hazard))]]).toEqual([[], [hazard]]);
    expect(plan.outcome).toBe('refused');
  });

  test('not where it is within its limit', () => {
    const plan = planned({ 'm.js': 'function a() {}\nmodule.exports = { a };\n' }, 'm.js');
    expect([plan.modules, plan.refused, plan.outcome]).toEqual([[], [], 'changed']);
  });
});

describe('isolatedDeclarations', () => {
  const config = (options: object): string => JSON.stringify({ compilerOptions: options });
  const uses = (helper: string): string =>
    FILLER.replace('  value = circleOne(value);\n', `  value = ${helper}(value);\n`).replace(
      '  value = storeOne(value);\n',
      `  value = ${helper}(value);\n`,
    );
  const homes = (plan: Plan, ...units: string[]): number =>
    new Set(units.map((unit) => plan.modules.findIndex((one) => one.units.includes(unit)))).size;
  const FAR = ['function circleTwo', 'function storeTwo'];

  test.each([
    ['a helper without types', 'const help = (value: number) => value + 1;', 1],
    [
      'one that calls for its value',
      'const help = make(1);\nfunction make(n: number): (value: number) => number {\n  return (value) => value + n;\n}',
      1,
    ],
    ['a class without types', 'class help {\n  static at = () => 1;\n}', 1],
    [
      'a default that is not written out',
      'const START = 1;\nfunction help(value = -START): number {\n  return value;\n}',
      1,
    ],
    ['defaults that are', "function help(value = -1, to = 'x', at = `y`, on = true): number {\n  return value;\n}", 2],
    ['what a list exports', 'const help = (value: number) => value + 1;\nexport { help as helper };', 2],
    ['a regular expression', 'const help = /x/;', 1],
    ['an operator', 'const help = !1;', 1],
    ['what `satisfies` follows', 'const help = 1 satisfies number;', 1],
    ['a number below zero', 'const help = -1.5;', 2],
    ['what is said to be of a type', 'const help = make() as number;', 2],
    ['a helper with types', 'const help = (value: number): number => value + 1;', 2],
    ['a function with types', 'function help(value: number): number {\n  return value;\n}', 2],
  ])('%s', (_title, helper, parts) => {
    const files = {
      'src/m.ts': `${helper}\n\n${uses('help')}`,
      'tsconfig.json': '{"extends":"./base.json"}',
      'base.json': config({ isolatedDeclarations: true }),
    };
    const plan = planned(files);
    expect(plan.outcome).toBe('changed');
    expect(homes(plan, ...FAR)).toBe(parts);
    expect(homes(planned({ ...files, 'base.json': config({}) }), ...FAR)).toBe(2);
  });

  test('J84: an edited plan that parts them is refused', () => {
    const files = {
      'src/m.ts': `const help = (value: number) => value + 1;\n\n${uses('help')}`,
      'tsconfig.json': config({ isolatedDeclarations: true }),
    };
    const { outcome: _, ...plan } = planned(files);
    const modules = [
      { name: 'one', units: ['const help', 'function circleTwo'], why: '' },
      { name: 'two', units: ['function storeTwo'], why: '' },
    ];
    const result = javascriptSplitModule.run(memoryView(files), {
      path: 'src/m.ts',
      plan: { ...plan, modules },
      notes: false,
    });
    expect(result.status === 'refused' && result.refusals.map(({ hazard }) => hazard)).toEqual(['J84']);
  });
});

test('a plan runs the codemod once, for its sizes: before, it asks what would be refused', () => {
  const run = vi.spyOn(javascriptSplitModule, 'run');
  const files = { 'src/m.ts': `export function here() {\n  return import.meta.url;\n}\n\n${FILLER}` };
  const plan = planFile(memoryView(files), { path: 'src/m.ts', limit: 120 });
  expect(reason(plan, 'function here')).toMatch(/^J4: /);
  expect(run).toHaveBeenCalledTimes(1);
  run.mockRestore();
});
