import { describe, expect, test } from 'vitest';
import type { Proof } from '../../../../src/core/evidence.ts';
import type { HazardId } from '../../../../src/core/hazards/index.ts';
import { installedPackages } from '../../../helpers/installed.ts';
import { type Files, own, proveProject, proveViews } from '../../../helpers/javascript-project.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const OPTIONS = { module: 'nodenext', target: 'es2022', strict: true, types: [], skipLibCheck: true };

const project = (files: Files, options: object = {}, manifest: object = { type: 'module' }): Files => ({
  'tsconfig.json': JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, include: ['src'] }),
  'package.json': JSON.stringify(manifest),
  ...files,
});

/** `emitted code proven`, `modules in node failed: why`; none twice. */
const told = (proofs: readonly Proof[]): string[] => [
  ...new Set(
    proofs.map(
      ({ configuration, verdict, why }) =>
        `${configuration.replace('tsc -p tsconfig.json: ', '')} ${verdict}${verdict === 'proven' ? '' : `: ${why}`}`,
    ),
  ),
];

const COMMON = [{}, {}] as const;
const DECORATORS = { experimentalDecorators: true, emitDecoratorMetadata: true };

type Case = [string, Files, Files, (readonly object[])?];

const TEXT = `import { log } from './log.js';

export enum Kind {
  A = 1,
  B,
}

const secret = (n: number): number => n + Kind.B;

/** doubles */
export function twice(n: number): number {
  log(\`\${secret(n)}\`);
  return secret(n) * 2;
}

export class Box {
  #n = 1;
  get n(): number {
    return this.#n + twice(1);
  }
}

export let count = 0;
export const bump = (): number => ++count;
`;
const LOG = { 'src/log.ts': 'export const log = (text: string): string => text;\n' };
const PARTS = {
  'src/m.ts': "export { bump, count } from './m/count.js';\nexport { Box, Kind, twice } from './m/box.js';\n",
  'src/m/secret.ts': `export enum Kind {
  A = 1,
  B,
}

export const secret = (n: number): number => n + Kind.B;
`,
  'src/m/box.ts': `import { log } from '../log.js';
import { Kind, secret } from './secret.js';

export { Kind };

/** doubles */
export function twice(n: number): number {
  log(\`\${secret(n)}\`);
  return secret(n) * 2;
}

export class Box {
  #n = 1;
  get n(): number {
    return this.#n + twice(1);
  }
}
`,
  'src/m/count.ts': 'export let count = 0;\nexport const bump = (): number => ++count;\n',
};

describe('equal meaning', () => {
  test.each<Case>([
    ['of ES modules', { 'src/m.ts': TEXT, ...LOG }, { ...PARTS, ...LOG }, []],
    [
      'of ES modules for older engines, with private fields as maps',
      { 'src/m.ts': TEXT, ...LOG },
      { ...PARTS, ...LOG },
      [{ target: 'es2019' }],
    ],
    [
      'without endings, as bundlers resolve them',
      { 'src/m.ts': TEXT.replace('./log.js', './log'), ...LOG },
      Object.fromEntries(
        Object.entries({ ...PARTS, ...LOG }).map(([path, text]) => [path, text.replaceAll('.js', '')]),
      ),
      [{ module: 'esnext', moduleResolution: 'bundler' }, {}],
    ],
    [
      'though a clock and a random number are other in each run',
      { 'src/m.ts': 'export const at = Date.now();\nexport const id = Math.random();\nexport const a = 1;\n' },
      {
        'src/m.ts': "export { a } from './a.js';\nexport const at = Date.now();\nexport const id = Math.random();\n",
        'src/a.ts': 'export const a = 1;\n',
      },
      [],
    ],
  ])(
    '%s',
    async (_title, before, after, [options, manifest] = []) => {
      const { proofs } = await proveProject(project(before, options, manifest), project(after, options, manifest), [
        'M',
      ]);
      expect(told(proofs)).toEqual(['emitted code proven', 'modules in node proven']);
    },
    60_000,
  );

  test('in CommonJS, where the file keeps its exports and only private code moved', async () => {
    const before = {
      'src/m.ts': `const table = () => ({ three: 3, unit: 1 });
const { three, unit: one } = table();
const { length } = 'abc';
const secret = (n: number): number => n * three * one * length;

export const a = (): number => secret(2);
`,
    };
    const after = {
      'src/m.ts': "import { secret } from './secret';\n\nexport const a = (): number => secret(2);\n",
      'src/secret.ts': `const table = () => ({ three: 3, unit: 1 });
export const { three, unit: one } = table();
export const { length } = 'abc';
export const secret = (n: number): number => n * three * one * length;
`,
    };
    const packages = [{ from: installedPackages(), names: ['typescript'] }];
    for (const installed of [[own('typescript')], packages]) {
      const views = [memoryView(project(before, ...COMMON)), memoryView(project(after, ...COMMON))] as const;
      const { proofs } = await proveViews(views, null, ['M'], installed.flat());
      expect(told(proofs)).toEqual(['emitted code proven', 'modules in node proven']);
    }
  }, 120_000);
});

const SPLIT = (text: string, part: string): Files => ({ 'src/m.ts': text, 'src/part.ts': part });

describe('another meaning', () => {
  test.each<[string, Files, Files, string, (readonly object[])?, HazardId?]>([
    [
      'metadata of decorators that a type import erased',
      {
        'src/m.ts': `import { Service } from './service.js';\n\nfunction mark(): (it: unknown) => void {\n  return () => {};\n}\n\n@mark()\nexport class Control {\n  constructor(readonly it: Service) {}\n}\n`,
        'src/service.ts': 'export class Service {}\n',
      },
      {
        'src/m.ts': "import './service.js';\nexport { Control } from './part.js';\n",
        'src/part.ts': `import type { Service } from './service.js';\n\nfunction mark(): (it: unknown) => void {\n  return () => {};\n}\n\n@mark()\nexport class Control {\n  constructor(readonly it: Service) {}\n}\n`,
        'src/service.ts': 'export class Service {}\n',
      },
      'emitted code failed',
      [DECORATORS],
    ],
    [
      'a constant of an enum that is read at run time now',
      { 'src/m.ts': 'const enum E {\n  A = 7,\n}\n\nexport const a = (): number => E.A;\n' },
      SPLIT(
        "import { E } from './part.js';\n\nexport const a = (): number => E.A;\n",
        'export enum E {\n  A = 7,\n}\n',
      ),
      'emitted code failed',
      [],
    ],
    [
      'a module that is loaded no more',
      { 'src/m.ts': "import './effect.js';\n\nexport const a = 1;\n", 'src/effect.ts': 'export {};\n' },
      { ...SPLIT("export { a } from './part.js';\n", 'export const a = 1;\n'), 'src/effect.ts': 'export {};\n' },
      'emitted code failed: the emitted code no longer loads src/effect',
      [],
    ],
    [
      'a getter where there was a value',
      { 'src/m.ts': 'export const a = 1;\n\nexport const b = 2;\n' },
      SPLIT("export { a } from './part';\n\nexport const b = 2;\n", 'export const a = 1;\n'),
      'modules in node failed: once src/m.ts is loaded, `a, as a property` was a value (wec), and is a getter (ec)',
      COMMON,
      'J90',
    ],
    [
      'another order of keys',
      { 'src/m.ts': 'export const a = 1;\n\nexport const b = 2;\n' },
      { 'src/m.ts': 'export const b = 2;\n\nexport const a = 1;\n' },
      'modules in node failed: once src/m.ts is loaded, `its keys, in their order` was __esModule,a,b, and is __esModule,b,a',
      COMMON,
      'J90',
    ],
    [
      'a circle that finds no function',
      {
        'src/m.ts':
          "import { plugin } from './plugin';\n\nexport const run = (): string => plugin;\n\nexport function register(it: string): string {\n  return it;\n}\n",
        'src/plugin.ts': "import { register } from './m';\n\nexport const plugin = register('p');\n",
      },
      {
        'src/m.ts':
          "import { plugin } from './plugin';\n\nexport const run = (): string => plugin;\n\nexport { register } from './part';\n",
        'src/part.ts': 'export function register(it: string): string {\n  return it;\n}\n',
        'src/plugin.ts': "import { register } from './m';\n\nexport const plugin = register('p');\n",
      },
      'modules in node failed: node cannot load src/m.ts now: TypeError',
      COMMON,
    ],
    [
      'another value',
      {
        'src/m.ts': 'let n = 0;\nconst next = (): number => ++n;\nexport const a = next();\nexport const b = next();\n',
      },
      {
        'src/m.ts': "export { a } from './late.js';\nexport { b } from './part.js';\n",
        'src/late.ts': "import { next } from './part.js';\n\nexport const a = next();\n",
        'src/part.ts': 'let n = 0;\nexport const next = (): number => ++n;\nexport const b = next();\n',
      },
      'modules in node failed: once src/m.ts is loaded, `a` was 1, and is 2',
      [],
    ],
    [
      'effects in another order',
      { 'src/m.ts': "console.log('a');\nexport const a = 1;\nconsole.log('b');\nexport const b = 2;\n" },
      SPLIT(
        "export { a } from './part.js';\nconsole.log('a');\nexport const b = 2;\n",
        "export const a = 1;\nconsole.log('b');\n",
      ),
      'modules in node failed: once src/m.ts is loaded, what is done while it is loaded differs',
      [],
    ],
    [
      'a global that another statement sees',
      {
        'src/m.ts':
          'Object.assign(globalThis, { flag: 1 });\nexport const a = 1;\nObject.assign(globalThis, { flag: 2 });\n',
      },
      SPLIT(
        "export { a } from './part.js';\nObject.assign(globalThis, { flag: 1 });\n",
        'export const a = 1;\nObject.assign(globalThis, { flag: 2 });\n',
      ),
      'modules in node failed: once src/m.ts is loaded, `the global flag` was 2, and is 1',
      [],
    ],
    [
      'what another module holds',
      {
        'src/list.ts': 'export const list: string[] = [];\n',
        'src/m.ts': "import { list } from './list.js';\n\nlist.push('a');\nexport const a = 1;\nlist.push('b');\n",
      },
      {
        'src/list.ts': 'export const list: string[] = [];\n',
        ...SPLIT(
          "import { list } from './list.js';\n\nexport { a } from './part.js';\n\nlist.push('a');\n",
          "import { list } from './list.js';\n\nexport const a = 1;\nlist.push('b');\n",
        ),
      },
      'modules in node failed: once src/m.ts is loaded, `src/list.ts list.0` was "a", and is "b"',
      [],
    ],
  ])(
    '%s',
    async (_title, before, after, expected, [options, manifest] = [], hazard = undefined) => {
      const sides = [project(before, options, manifest), project(after, options, manifest)] as const;
      const { proofs } = await proveProject(...sides, ['B', 'M']);
      expect(proofs.filter(({ rung, verdict }) => rung === 'B' && verdict !== 'proven')).toEqual([]);
      const failed = proofs.filter(({ verdict }) => verdict === 'failed');
      expect(told(failed)[0]).toContain(expected);
      expect(failed[0]!.hazard).toBe(hazard);
    },
    60_000,
  );
});

test('what node cannot load is named, and never proven', async () => {
  const before = {
    'src/m.ts': 'declare const window: { a: number };\nexport const a = window.a;\nexport const b = 1;\n',
  };
  const after = SPLIT(
    "export { b } from './part.js';\n\ndeclare const window: { a: number };\nexport const a = window.a;\n",
    'export const b = 1;\n',
  );
  const { proofs } = await proveProject(project(before), project(after), ['M']);
  const why = 'node cannot load src/m.ts before the change: ReferenceError: window is not defined';
  expect(told(proofs)).toEqual(['emitted code proven', `modules in node not-run: ${why}`]);
  expect(proofs.filter(({ verdict, beside }) => verdict === 'proven' && !beside)).toEqual([]);
}, 60_000);

test('a module that was in a circle, and is in none now, is not passed over', async () => {
  const plugin = "import { a } from './m.js';\n\nexport const plugin = (): number => a;\n";
  const before = {
    'src/m.ts': "import { plugin } from './plugin.js';\n\nexport const a = 1;\nexport const b = plugin;\n",
    'src/plugin.ts': plugin,
  };
  const after = { ...SPLIT("export { a } from './part.js';\n", 'export const a = 1;\n'), 'src/plugin.ts': plugin };
  const { proofs } = await proveProject(project(before), project(after), ['M']);
  expect(proofs.filter(({ verdict, beside }) => verdict === 'proven' && !beside)).toEqual([]);
}, 60_000);

test('plain JavaScript is loaded as it stands', async () => {
  const before = { 'package.json': '{}', 'm.js': 'exports.a = () => 1;\nexports.b = { deep: [1, { c: 2 }] };\n' };
  const part = { 'part.js': 'exports.b = { deep: [1, { c: 2 }] };\n' };
  const text = "const { b } = require('./part');\n\nexports.a = () => 1;\nexports.b = b;\n";
  const verdicts = async (after: Files): Promise<string[]> =>
    told((await proveProject(before, { 'package.json': '{}', ...after }, ['M'])).proofs);
  expect(await verdicts({ 'm.js': text, ...part })).toEqual(['plain JavaScript: modules in node proven']);
  expect(await verdicts({ 'm.js': text, 'part.js': part['part.js'].replace('c: 2', 'c: 3') })).toEqual([
    'plain JavaScript: modules in node failed: once m.js is loaded, `b.deep.1.c` was 2, and is 3',
  ]);
}, 60_000);

const IS_STRICT = '(function () { return this === undefined; })()';

test.each([
  ['a directive without a semicolon', "'use strict'\n\n"],
  ['a directive behind a comment', '/* core */\n"use strict"; // strict\n'],
  ['a line for the shell', '#!/usr/bin/env node\n// core\n'],
])(
  'plain JavaScript that begins with %s',
  async (_, head) => {
    const manifest = { 'package.json': '{}' };
    const before = `${head}exports.a = 1;\nexports.isStrict = ${head.includes('use strict')};\n`;
    const after = `${head}const { isStrict } = require('./part');\n\nexports.a = 1;\nexports.isStrict = isStrict;\n`;
    const { proofs } = await proveProject(
      { ...manifest, 'm.js': before },
      { ...manifest, 'm.js': after, 'part.js': `${head}exports.isStrict = ${IS_STRICT};\n` },
      ['M'],
    );
    expect(told(proofs)).toEqual(['plain JavaScript: modules in node proven']);
  },
  60_000,
);
