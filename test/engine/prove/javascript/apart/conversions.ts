// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the texts of programs
import type { ApartRow } from './rows.ts';

/** `b` looks at what `a` does by itself, and is loaded before it afterwards. @param made declarations that say `log` */
const turned = (name: string, made: string, statement: string, proven = false): ApartRow => ({
  name,
  proven,
  before: {
    'package.json': '{"type": "module"}',
    'src/m.ts': `export const log: string[] = [];\n\n${made}\n\n${statement}\n\nexport const b = log.length;\n`,
  },
  after: {
    'src/m.ts': `export { log } from './m/r.js';\nexport { b } from './m/b.js';\nexport { ${/^export default/.test(statement) ? 'default' : 'a'} } from './m/a.js';\n`,
    'src/m/r.ts': `export const log: string[] = [];\n\n${made.replace(/^(?=class|const|function)/gm, 'export ')}\n`,
    'src/m/a.ts': `import { ${/\bo\b/.test(statement) ? 'o' : 'log'} } from './r.js';\n\n${statement}\n`,
    'src/m/b.ts': "import { log } from './r.js';\n\nexport const b = log.length;\n",
  },
});

const IN_LIST =
  'const item = { get k(): number { log.push("g"); return 1; }, toString: (): string => (log.push("t"), "k") };\n\nconst o = [item] as any;';
const PRINTED = 'const o = { toString: (): string => (log.push("t"), "k") } as any;';
const LISTED = 'const o = { *[Symbol.iterator]() { log.push("i"); yield 1; } } as any;';
const READ = 'const o = { get k(): number { log.push("g"); return 1; } } as any;';
const TRAPPED =
  'const o = new Proxy({} as any, { has: () => (log.push("h"), true), get: () => (log.push("g"), 1), getPrototypeOf: () => (log.push("p"), null) });';
const INSTANCE =
  'class F {\n  get k(): number {\n    log.push("g");\n    return 1;\n  }\n  toString(): string {\n    log.push("t");\n    return "k";\n  }\n  *[Symbol.iterator](): Generator<number> {\n    log.push("i");\n    yield 1;\n  }\n}\n\nconst o = new F() as any;';

const expressions = (made: string, what: string, all: readonly string[], proven = false): ApartRow[] =>
  all.map((one) => turned(`${what}: ${one}`, made, `export const a = ${one};`, proven));

/** Code that the language calls by itself: conversions, accessors, traps. */
export const CONVERSIONS: readonly ApartRow[] = [
  ...expressions(IN_LIST, 'a list of an object', ['o[0].k', '`${o}`', 'String(o)', 'o + ""', '[o] + ""']),
  ...expressions(READ, 'an object that is chosen or held', [
    '(true ? o : { k: 1 }).k',
    '(o || { k: 1 }).k',
    '(0, o).k',
    '({ o }).o.k',
    '[o][0].k',
  ]),
  ...expressions(READ, 'an object that is chosen or held, and not asked', ['true ? o : 1', 'o ?? 1', '[o]'], true),
  ...expressions(PRINTED, 'an object that prints itself', [
    '`${o}`',
    'o + ""',
    'o < 1',
    'o == 1',
    '-o',
    '({ k: 1 } as any)[o]',
    'String(o)',
    '({ [o]: 1 })',
    '[`${o}`]',
    'true ? `${o}` : ""',
    '`${[o]}`',
    '[[o]] + ""',
    'new Date(o)',
    'Math.max(o)',
    'o === 1 || o > 1',
  ]),
  ...expressions(LISTED, 'an object that lists itself', ['[...o]', 'Array.from(o)', 'new Set(o)', 'Math.max(...o)']),
  ...expressions(READ, 'an accessor', ['o.k', '({ ...o })', 'o?.k', 'JSON.stringify(o)', 'Object.values(o)']),
  ...expressions(TRAPPED, 'a proxy', ['"k" in o', 'o.x', 'o instanceof Object', '({ ...o })']),
  ...expressions(INSTANCE, 'an instance', [
    'o.k',
    '`${o}`',
    '[...o]',
    'o.k ? 1 : 2',
    '(() => `${o}`)()',
    '`${[o, 1]}`',
  ]),
  ...expressions(TRAPPED, 'a proxy that is passed on', ['typeof o', '!o', 'o === null', '[o]', '({ o })'], true),
  ...expressions('const o = "x";', 'a plain value', ['`${o}`', 'o + 1', '[...o]', '({ [o]: 1 })'], true),
  turned(
    'a value by a function',
    'function make(): string {\n  return "x";\n}\n\nconst o = make();',
    'export const a = `${o}`;',
    true,
  ),
  turned('a pattern', INSTANCE, 'export const { k: a } = o;'),
  turned('a pattern of a list', INSTANCE, 'export const [a] = o;'),
  turned('a member of an enum', INSTANCE, 'export enum a {\n  A = `${o}`.length,\n}'),
  turned('a static field', INSTANCE, 'export class a {\n  static x = `${o}`;\n}'),
  turned('a computed name', INSTANCE, 'export class a {\n  [o](): void {}\n}'),
  turned('a namespace', INSTANCE, 'export namespace a {\n  export const x = `${o}`;\n}'),
  turned('a default export', INSTANCE, 'export default `${o}`;'),
  turned(
    'an accessor further in',
    'const o = { n: { get k(): number { log.push("g"); return 1; } } };',
    'export const a = o.n.k;',
  ),
  turned(
    'an object that a function makes',
    'function make(): any {\n  return { toString: (): string => (log.push("t"), "k") };\n}\n\nconst o = make();',
    'export const a = `${o}`;',
  ),
  turned(
    'an accessor of the base',
    'class P {\n  get k(): number {\n    log.push("g");\n    return 1;\n  }\n}\n\nclass F extends P {}\n\nconst o = new F();',
    'export const a = o.k;',
  ),
  turned(
    'a conversion that is given later',
    'const o: any = {};\n\nconst s = (o.toString = (): string => (log.push("t"), "k"));',
    'export const a = `${o}`;',
  ),
  turned(
    'a conversion that its class is given later',
    'class F {}\n\nconst o: any = new F();\n\nconst s = ((F.prototype as any).toString = (): string => (log.push("t"), "k"));',
    'export const a = `${o}`;',
  ),
  turned(
    'a conversion by a name',
    'const toString = (): string => (log.push("t"), "k");\n\nconst o: any = { toString };',
    'export const a = `${o}`;',
  ),
  turned(
    'a conversion by a text',
    'const o: any = { "toString": (): string => (log.push("t"), "k") };',
    'export const a = `${o}`;',
  ),
  turned(
    'a literal that is printed at once',
    'const n = 1;',
    'export const a = `${{ toString: (): string => (log.push("t"), "k") }}`;',
  ),
  turned(
    'a literal that is read at once',
    'const n = 1;',
    'export const a = ({ get k(): number { log.push("g"); return 1; } }).k;',
  ),
  turned(
    'a class that says what is an instance',
    'class o {\n  static [Symbol.hasInstance](): boolean {\n    log.push("h");\n    return true;\n  }\n}',
    'export const a = ({}) instanceof o;',
  ),
  turned(
    'a base behind a proxy',
    'const o = new Proxy(class {}, { get: (t, k) => (log.push(String(k)), Reflect.get(t, k)) });',
    'export class a extends o {}',
  ),
  turned(
    'a base whose prototype is asked',
    'function o(): void {}\n\nconst s = Object.defineProperty(o, "prototype", { get: () => (log.push("p"), {}) });',
    'export class a extends (o as any) {}',
  ),
  turned(
    'a base that is read',
    'class o {\n  static get k(): number {\n    log.push("g");\n    return 1;\n  }\n}',
    'export class a extends o {\n  static x = super.k;\n}',
  ),
  turned(
    'a base with accessors of its instances',
    'class o {\n  get k(): number {\n    log.push("g");\n    return 1;\n  }\n}',
    'export class a extends o {}',
    true,
  ),
];
