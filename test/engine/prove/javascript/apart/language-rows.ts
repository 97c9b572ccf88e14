import type { ApartRow } from './rows.ts';

/** A module that imports another one first, and its split with a part that is loaded before that one, or behind it. */
const behind = (name: string, other: string, unit: string, proven: boolean, isKept = false): ApartRow => {
  const asked = "import { ready } from './other.js';\n";
  const rest = 'export const early = ready;\n';
  const [id] = /(?<=const )\w+/.exec(unit)!;
  const part = `export { ${id} } from './core/part.js';\n`;
  return {
    name,
    proven,
    before: { 'src/other.ts': `${other}\nexport const ready = true;\n`, 'src/core.ts': `${asked}\n${unit}\n${rest}` },
    after: {
      'src/core.ts': isKept ? `${asked}${part}${rest}` : `${part}${asked}${rest}`,
      'src/core/part.ts': `${unit}\n`,
    },
  };
};

/** The same with a package of the workspace, asked for by its name. */
const throughPackage = (name: string, other: string, proven: boolean): ApartRow => {
  const row = behind(name, other, 'export const top = [1, 2].last();', proven);
  const renamed = (files: ApartRow['before']): ApartRow['before'] =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('./other.js', '@x/other')]));
  const { 'src/other.ts': text, ...before } = row.before;
  const manifest =
    '{"name": "@x/other", "exports": {".": {"types": "./dist/index.d.ts", "default": "./dist/index.js"}}}';
  return {
    ...row,
    before: { ...renamed(before), 'packages/other/package.json': manifest, 'packages/other/src/index.ts': text! },
    after: renamed(row.after),
  };
};

const LAST = 'Array.prototype.last = function () {\n  return this.at(-1);\n};';

/** What another module does to the language itself, and a unit that goes before it: it names nothing that is shared. */
export const LANGUAGE: readonly ApartRow[] = [
  behind('a method of a prototype', LAST, 'export const top = [1, 2].last();', false),
  behind('a method of a prototype, in its order', LAST, 'export const top = [1, 2].last();', true, true),
  behind('a method of a prototype, and a plain value', LAST, "export const top = 'x';", true),
  behind('a method of a prototype, and a function', LAST, 'export const top = () => [1, 2].last();', true),
  behind(
    'what JSON asks for',
    'Object.defineProperty(BigInt.prototype, "toJSON", { value: String });',
    'export const text = JSON.stringify({ n: 1n });',
    false,
  ),
  behind('the time zone', "process.env.TZ = 'UTC';", 'export const day = new Date(2020, 0, 1).toISOString();', false),
  behind('a function of Math', 'Math.max = () => 0;', 'export const most = Math.max(-3, -5);', false),
  behind('a global', 'globalThis.parseInt = Number;', "export const one = parseInt('1');", false),
  behind('a prototype in other hands', 'extend(Array.prototype);', 'export const top = [1, 2].last();', false),
  behind(
    'a prototype by another name, later',
    'export function install() {\n  const own = String.prototype;\n  own.up = own.toUpperCase;\n}',
    "export const top = 'a'.up();",
    false,
  ),
  behind(
    'something of its own',
    'export const cache = new Map();\ncache.set(1, 2);',
    'export const n = Math.max(1, 2);',
    true,
  ),
  behind('a name of its own', "globalThis.appName = 'x';", 'export const n = Math.max(1, 2);', true),
  behind(
    'what a prototype has',
    'const has = Object.prototype.hasOwnProperty;\nexport const bare = Object.create(Array.prototype);',
    'export const n = Math.max(1, 2);',
    true,
  ),
  throughPackage('a method of a prototype, in a package of the workspace', LAST, false),
  throughPackage('nothing, in a package of the workspace', 'export const cache = new Map();', true),
];
