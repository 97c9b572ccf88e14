import { LOADING } from './loading.ts';
import { one, type Sabotage, sabotage } from './sabotage.ts';
import { BINDINGS, COMMENTS, LAYOUT, PLACES } from './texts.ts';

const TWO = 'export const a = (): number => 1;\n\nexport const b = (): number => 2;\n';

const COMMON: readonly Sabotage[] = [
  sabotage('an export that nobody here imports is dropped', one(TWO), {
    'src/m.ts': "export { a } from './m/a.js';\n\nconst b = (): number => 2;\n",
    'src/m/a.ts': 'export const a = (): number => 1;\n',
  }),
  sabotage('a private name becomes public', one(`const secret = 1;\nexport const a = (): number => secret;\n`), {
    'src/m.ts': "export { a, secret } from './m/a.js';\n",
    'src/m/a.ts': 'export const secret = 1;\nexport const a = (): number => secret;\n',
  }),
  sabotage('a value comes back as a type', one('export class A {\n  n = 1;\n}\n\nexport const b = 2;\n'), {
    'src/m.ts': "export type { A } from './m/a.js';\n\nexport const b = 2;\n",
    'src/m/a.ts': 'export class A {\n  n = 1;\n}\n',
  }),
  sabotage(
    'a name leads to the built-in of the same name',
    one('class Map {\n  size = 0;\n}\n\nexport const make = () => new Map();\n'),
    {
      'src/m.ts': "import { Map } from './m/map.js';\n\nexport { make } from './m/make.js';\n",
      'src/m/map.ts': 'export class Map {\n  size = 0;\n}\n',
      'src/m/make.ts': 'export const make = () => new Map();\n',
    },
  ),
  sabotage(
    'a statement that acts runs at another time',
    one("const log: string[] = [];\nlog.push('a');\nexport const seen = log.map((x) => x);\n"),
    {
      'src/m.ts': "import { log } from './m/log.js';\n\nexport { seen } from './m/log.js';\n\nlog.push('a');\n",
      'src/m/log.ts': 'export const log: string[] = [];\nexport const seen = log.map((x) => x);\n',
    },
  ),
  sabotage('a comment is dropped', one(`// why it is so\n${TWO}`), {
    'src/m.ts': "export { a, b } from './m/a.js';\n",
    'src/m/a.ts': TWO,
  }),
  sabotage('a function has another body', one(TWO), {
    'src/m.ts': "export { a, b } from './m/a.js';\n",
    'src/m/a.ts': TWO.replace('=> 2', '=> 3'),
  }),
  sabotage(
    'a module is not loaded any more',
    { ...one(`import './effect.js';\n\n${TWO}`), 'src/effect.ts': 'export {};\n' },
    {
      'src/m.ts': "export { a, b } from './m/a.js';\n",
      'src/m/a.ts': TWO,
      'src/effect.ts': 'export {};\n',
    },
  ),
  sabotage(
    'a part needs what is evaluated behind it',
    one('export const a = { n: 1 };\nexport const b = { ...a };\nexport const c = { ...b };\n'),
    {
      'src/m.ts': "export { a, c } from './m/x.js';\nexport { b } from './m/y.js';\n",
      'src/m/x.ts': "import { b } from './y.js';\n\nexport const a = { n: 1 };\nexport const c = { ...b };\n",
      'src/m/y.ts': "import { a } from './x.js';\n\nexport const b = { ...a };\n",
    },
  ),
  sabotage('the directive of the file is lost', one(`'use client';\n\n${TWO}`), {
    'src/m.ts': "'use client';\n\nexport { a, b } from './m/a.js';\n",
    'src/m/a.ts': TWO,
  }),
  sabotage(
    'a type is passed on as if it were a value',
    one('export interface T {\n  a: number;\n}\n\nexport const t = (): T => ({ a: 1 });\n'),
    {
      'src/m.ts': "export { T, t } from './m/t.js';\n",
      'src/m/t.ts': 'export interface T {\n  a: number;\n}\n\nexport const t = (): T => ({ a: 1 });\n',
    },
    'B',
    'S',
  ),
];

export const SABOTAGE: readonly Sabotage[] = [...COMMON, ...LOADING, ...LAYOUT, ...COMMENTS, ...PLACES, ...BINDINGS];
