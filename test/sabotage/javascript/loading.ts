import { type Sabotage, sabotage } from './sabotage.ts';

const LOG = {
  'src/log.ts': `export const LOG: string[] = [];
export let count = 0;
export function add(name: string): number {
  count += 1;
  return LOG.push(name);
}
export class Entry {
  at: number;
  constructor(name: string) {
    this.at = add(name);
  }
}
export const mark = (texts: TemplateStringsArray): number => add(texts[0]!);
`,
  'src/dep.ts': "import { add } from './log.js';\n\nexport const D = add('dep');\n",
  'src/other.ts': "import { add } from './log.js';\n\nexport const O = add('other');\n",
};

/** A module of two statements, and its split into two parts that are loaded the other way round. */
const swapped = (
  title: string,
  imports: string,
  [first, second]: readonly [string, string],
  more: Readonly<Record<string, string>> = LOG,
): Sabotage => {
  const down = imports.replaceAll("'./", "'../");
  const usesOf = (text: string): string =>
    down
      .split('\n')
      .map((line) =>
        line.replace(/\{ (.*) \}/, (_all, names: string) => {
          const kept = names.split(', ').filter((name) => new RegExp(`\\b${name}\\b`).test(text));
          return kept.length === 0 ? '' : `{ ${kept.join(', ')} }`;
        }),
      )
      .filter((line) => line !== '' && !/import\s+from/.test(line))
      .join('\n');
  const names = (text: string): string =>
    [...text.matchAll(/^export (?:const|class|enum) (\w+)/gm)].map(([, name]) => name).join(', ');
  const part = (text: string): string => `${usesOf(text)}\n\n${text}\n`.trimStart();
  return sabotage(
    title,
    { ...more, 'src/m.ts': `${imports}\n\n${first}\n\n${second}\n`.trimStart() },
    {
      ...more,
      'src/m.ts': `export { ${names(second)} } from './m/second.js';\nexport { ${names(first)} } from './m/first.js';\n`,
      'src/m/first.ts': part(first),
      'src/m/second.ts': part(second),
    },
  );
};

const IMPORT = "import { LOG, count, add, Entry, mark } from './log.js';";

const STATE = 'export const seen: string[] = [];\n\nexport const note = (name: string): number => seen.push(name);\n';

/** A module that keeps its own state, and its split with the state in a part that the two others share. */
const around = (title: string, [first, second]: readonly [string, string], state = STATE): Sabotage => {
  const names = [...state.matchAll(/export (?:const|function\*?|class) (\w+)/g)].map(([, name]) => name!);
  const taken = (text: string): string => names.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).join(', ');
  const made = (text: string): string => /^export (?:const|class) (\w+)/m.exec(text)![1]!;
  const part = (text: string): string => `import { ${taken(text)} } from './state.js';\n\n${text}\n`;
  return sabotage(
    title,
    { 'src/m.ts': `${state}\n${first}\n\n${second}\n` },
    {
      'src/m.ts': `export { ${names.join(', ')} } from './m/state.js';\nexport { ${made(second)} } from './m/second.js';\nexport { ${made(first)} } from './m/first.js';\n`,
      'src/m/state.ts': state,
      'src/m/first.ts': part(first),
      'src/m/second.ts': part(second),
    },
  );
};

/** What is loaded runs or is read at another moment. */
export const LOADING: readonly Sabotage[] = [
  swapped('calls of an imported function change places', IMPORT, [
    "export const a = add('a');",
    "export const b = add('b');",
  ]),
  swapped('objects of an imported class are made in another order', IMPORT, [
    "export const a = new Entry('a');",
    "export const b = new Entry('b');",
  ]),
  swapped('imported template tags run in another order', IMPORT, [
    'export const a = mark`a`;',
    'export const b = mark`b`;',
  ]),
  swapped('a static block runs before a call that stood above it', IMPORT, [
    "export const a = add('a');",
    "export class B {\n  static {\n    add('b');\n  }\n}",
  ]),
  swapped('a static field gets its value before a call that stood above it', IMPORT, [
    "export const a = add('a');",
    "export class B {\n  static at = add('b');\n}",
  ]),
  swapped('the length of an imported list is read before it grows', IMPORT, [
    "export const a = add('a');",
    'export const b = LOG.length;',
  ]),
  swapped('an imported variable is read before it is assigned', IMPORT, [
    "export const a = add('a');",
    'export const b = count;',
  ]),
  swapped('an enum takes a computed member too early', IMPORT, [
    "export const a = add('a');",
    "export enum B {\n  At = add('b'),\n}",
  ]),
  swapped('a callback that is called at once runs in another order', IMPORT, [
    "export const a = [1].map(() => add('a'));",
    "export const b = [1].map(() => add('b'));",
  ]),
  swapped(
    'the environment is read before it is set',
    '',
    ["export const a = Object.assign(env, { MODE: 'x' });", "export const b = env.MODE === 'x';"],
    {},
  ),
  around('a list of the module is read at another moment', [
    "export const a = note('a');",
    'export const b = seen.length;',
  ]),
  around('a copy of a list is made at another moment', ["export const a = note('a');", 'export const b = [...seen];']),
  around(
    'a getter that counts is read in another order',
    ['export const a = counter.next;', 'export const b = counter.next;'],
    'let n = 0;\n\nexport const counter = {\n  get next() {\n    return ++n;\n  },\n};\n',
  ),
  around(
    'an iterator is taken from in another order',
    ['export const a = Array.from(ids).length;', 'export const b = [...ids].length;'],
    'function* count() {\n  yield 1;\n  yield 2;\n}\n\nexport const ids = count();\n',
  ),
  around(
    'a property of a function is read before it is counted up',
    ['export const a = take();', 'export const b = take.used;'],
    'export function take(): number {\n  take.used += 1;\n  return take.used;\n}\ntake.used = 0;\n',
  ),
  around(
    'a subclass is made before its base got a member',
    [
      "export const a = Object.assign(Base, { kind: 'x' }).kind;",
      'export const b = class extends Base {}.name + Object.keys(Base).length;',
    ],
    'export class Base {\n  static kind = "";\n}\n',
  ),
  sabotage(
    'an imported module is evaluated only behind a part',
    {
      ...LOG,
      'src/m.ts':
        "import { D } from './dep.js';\nimport { LOG } from './log.js';\n\nexport const first = LOG.length;\n\nexport const d = D;\n",
    },
    {
      ...LOG,
      'src/m.ts': "export { first } from './m/part.js';\nimport { D } from './dep.js';\n\nexport const d = D;\n",
      'src/m/part.ts': "import { LOG } from '../log.js';\n\nexport const first = LOG.length;\n",
    },
  ),
  sabotage(
    'two imported modules are evaluated in another order',
    {
      ...LOG,
      'src/m.ts':
        "import { D } from './dep.js';\nimport { O } from './other.js';\n\nexport const d = (): number => D;\n\nexport const o = (): number => O;\n",
    },
    {
      ...LOG,
      'src/m.ts': "export { o } from './m/o.js';\nexport { d } from './m/d.js';\n",
      'src/m/d.ts': "import { D } from '../dep.js';\n\nexport const d = (): number => D;\n",
      'src/m/o.ts': "import { O } from '../other.js';\n\nexport const o = (): number => O;\n",
    },
  ),
  sabotage(
    'a module that is passed on whole is evaluated behind the parts',
    {
      ...LOG,
      'src/m.ts': "export * from './dep.js';\n\nimport { O } from './other.js';\n\nexport const o = (): number => O;\n",
    },
    {
      ...LOG,
      'src/m.ts': "export { o } from './m/o.js';\n\nexport * from './dep.js';\n",
      'src/m/o.ts': "import { O } from '../other.js';\n\nexport const o = (): number => O;\n",
    },
  ),
  sabotage(
    'an import that only types needed now loads its module',
    {
      ...LOG,
      'src/m.ts':
        "import type { Entry } from './log.js';\nimport { D } from './dep.js';\n\nexport const at = (e: Entry): number => e.at + D;\n",
    },
    {
      ...LOG,
      'src/m.ts': "import './other.js';\nexport { at } from './m/at.js';\n",
      'src/m/at.ts':
        "import type { Entry } from '../log.js';\nimport { D } from '../dep.js';\n\nexport const at = (e: Entry): number => e.at + D;\n",
    },
  ),
  sabotage(
    'a default export is taken of a variable too early',
    { 'src/m.ts': 'let n = 1;\nn = 2;\nexport default n;\n\nexport const two = (): number => 2;\n' },
    {
      'src/m.ts': "export { two } from './m/two.js';\n\nlet n = 1;\nexport default n;\nn = 2;\n",
      'src/m/two.ts': 'export const two = (): number => 2;\n',
    },
  ),
  sabotage(
    'what the module reads of itself is not there yet',
    {
      'src/m.ts': "import * as self from './m.js';\n\nexport const a = { n: 1 };\n\nexport const b = self.a.n + 1;\n",
    },
    {
      'src/m.ts': "export { b } from './m/b.js';\nexport { a } from './m/a.js';\n",
      'src/m/a.ts': 'export const a = { n: 1 };\n',
      'src/m/b.ts': "import * as self from '../m.js';\n\nexport const b = self.a.n + 1;\n",
    },
  ),
  sabotage(
    'a variable is there too early for who looks whether it is',
    {
      'src/m.ts':
        'export const early = (): boolean => late !== undefined;\n\nexport const was = early();\n\nexport var late: number | undefined = 1;\n',
    },
    {
      'src/m.ts': "export { late } from './m/late.js';\nexport { early, was } from './m/early.js';\n",
      'src/m/early.ts':
        "import { late } from './late.js';\n\nexport const early = (): boolean => late !== undefined;\n\nexport const was = early();\n",
      'src/m/late.ts': 'export var late: number | undefined = 1;\n',
    },
  ),
  sabotage(
    'a part acts while a module that it does not ask for still waits',
    {
      'src/slow.ts': 'export const slow = await Promise.resolve(1);\n',
      'src/log.ts': LOG['src/log.ts'],
      'src/m.ts':
        "import { slow } from './slow.js';\nimport { add } from './log.js';\n\nexport const a = add(String(slow));\n\nexport const b = add('b');\n",
    },
    {
      'src/slow.ts': 'export const slow = await Promise.resolve(1);\n',
      'src/log.ts': LOG['src/log.ts'],
      'src/m.ts': "export { a } from './m/a.js';\nexport { b } from './m/b.js';\n",
      'src/m/a.ts':
        "import { slow } from '../slow.js';\nimport { add } from '../log.js';\n\nexport const a = add(String(slow));\n",
      'src/m/b.ts': "import { add } from '../log.js';\n\nexport const b = add('b');\n",
    },
  ),
];
