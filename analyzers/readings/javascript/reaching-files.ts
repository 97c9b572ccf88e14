import { basename, dirname, join } from 'node:path/posix';
import { isScript } from '../../../src/languages/javascript/is-script.ts';
import type { View } from '../../../src/workspace/view.ts';
import { withoutComments } from './without-comments.ts';

const anyOf = (patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'));

/** What loads a single file anew, or looks inside of it, by a path that it is given. What clears all modules at once reaches parts too. */
const REACHES = anyOf([
  /\brequire\s*(\?\.|\.)\s*cache\b/,
  /\brequire\s*\[/,
  /\bModule\s*\.\s*_(cache|extensions)\b/,
  /\bjest\s*\.\s*(unmock|dontMock|deepUnmock)\b/,
  /\b(proxyquire|rewire|esmock|decache)\s*(\.\s*\w+\s*)?\(/,
  /['"`](decache|rewire|proxyquire\w*|mock-require|esmock|sandboxed-module)['"`/]/,
  /['"`](import-fresh|clear-module|clear-require|require-(uncached|reload|without-cache|inject|subvert)|stealthy-require)['"`/]/,
  /['"`](re-require(-module)?|fresh-require|injectr)['"`/]/,
]);

/** What controls the modules that are then loaded in the common way, by the names that files use for one another or inside of one file. */
const RULES = anyOf([
  /\bModule\s*\.\s*_(load|resolveFilename)\b/,
  /\b__(with|Rewire|GetDependency|RewireAPI)__\b/,
  /\btd\s*\.\s*replace(Esm|Cjs)?\s*\(/,
  /['"`](rewiremock|mockery|quibble|testdouble)['"`/]/,
]);

/** Asked for by some way; `mode === 'module'` is only a word. */
const MODULE_PACKAGE = /(\(|\bfrom|\bimport)\s*['"`](node:)?module['"`]|\bmodule\s*\.\s*constructor\b/;
const MODULE_INSIDES = /\b_(load|cache|resolveFilename|extensions|compile)\b/;
/** What stands before a name that is only asked for. */
const ASKING = /(^|[^.\w$])(require|import)\s*\(\s*$|\b(from|import)\s*$/;
/** `'?t='`, `'?a'`, or `}?${`: an address that is another one each time. */
const FRESH_ADDRESS = /['"`}]\?[\w$]*=?(['"`]|\$\{)/;

const rules = (text: string): boolean =>
  RULES.test(text) || (MODULE_PACKAGE.test(text) && MODULE_INSIDES.test(text)) || isWovenIn(text);

/** `__set__` of a compiler's plugin, with no call that names the file. */
const isWovenIn = (text: string): boolean => /\b__(get|set)__\b/.test(text) && !/\brewire\b/.test(text);

const reaches = (text: string): boolean =>
  REACHES.test(text) || rules(text) || (/\bimport\s*\(/.test(text) && FRESH_ADDRESS.test(text));

/**
 * A file that reaches into one of these modules by its path: `delete require.cache[…]`, rewire, proxyquire and their like, or `./m.js?fresh`.
 * It would reach the facade and none of the parts. Also one that asks a helper which does that. By the text without its comments: a mention
 * counts.
 */
export function reachingFile(view: View, paths: readonly string[]): string | null {
  const texts = view.files
    .filter(({ path, state, grammar }) => state === 'text' && isScript(grammar) && !FOREIGN.test(path))
    .map(({ path }) => ({ path, text: view.text(path) }));
  // Parsed only where the whole text says something: most files say nothing.
  const code = ({ path }: Script): Script => ({ path, text: withoutComments(view.syntax(path)) });
  const helpers = texts.filter((file) => reaches(file.text) && reaches(code(file).text)).map(({ path }) => path);
  const targets = paths.map((path) => ({ path, isEntry: isEntry(view, path) }));
  const found = texts.find((file) =>
    targets.some((target) => isReached(target, file, helpers) && isReached(target, code(file), helpers)),
  );
  return found?.path ?? null;
}

/** Installed packages, and the package manager that a repository of yarn keeps. */
const FOREIGN = /(^|\/)(node_modules|\.yarn\/(releases|plugins|cache|unplugged|sdks))\//;

interface Target {
  readonly path: string;
  readonly isEntry: boolean;
}

interface Script {
  readonly path: string;
  readonly text: string;
}

function isReached(target: Target, file: Script, helpers: readonly string[]): boolean {
  if (target.path === file.path) return false;
  if (freshOf(target.path).test(file.text)) return true;
  const places = placesNaming(target, file);
  if (places.length === 0) return false;
  const isToldMore = rules(file.text) || places.some((offset) => !isOnlyAsked(file.text, offset));
  if (helpers.includes(file.path) && isToldMore) return true;
  return (
    isToldMore &&
    asksFor(
      file,
      helpers.filter((helper) => helper !== target.path && helper !== file.path),
    )
  );
}

/** `require('./m')`, `from './m'`, or `{ './m': … }`, which says what another file gets for it. */
function isOnlyAsked(text: string, offset: number): boolean {
  const quote = /['"`]/.test(text[offset]!)
    ? offset
    : Math.max(...['"', "'", '`'].map((one) => text.lastIndexOf(one, offset)));
  const before = text.slice(Math.max(0, quote - 40), quote);
  // `import('./m.js' + '?a')`
  if (/^(['"`])[^'"`\n]*\1\s*\+/.test(text.slice(quote, quote + 200))) return false;
  if (ASKING.test(before)) return true;
  return /[{,]\s*$/.test(before) && /^['"`][^'"`\n]*['"`]\s*:/.test(text.slice(quote, quote + 200));
}

function asksFor({ path, text }: Script, helpers: readonly string[]): boolean {
  const asked = new Set(
    [...text.matchAll(/['"`](\.[^'"`\n]*)['"`]/g)].map(([, name]) => bare(join(dirname(path), name!))),
  );
  return helpers.some((helper) => asked.has(bare(helper)));
}

const bare = (path: string): string => path.replace(/\.[mc]?[jt]sx?$/, '').replace(/\/(index)?$/, '');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const stemOf = (path: string): string => basename(path).replace(/\.[mc]?[jt]sx?$/, '');
const ENDING = '(\\\\?\\.[mc]?[jt]sx?)?';

/** The last part of a path in quotes, or at the end of a pattern. */
function namesOf(path: string): RegExp {
  const stem = stemOf(path);
  const stems = stem === 'index' ? [stem, basename(dirname(path))] : [stem];
  return new RegExp(`['"\`/](${stems.map(escaped).join('|')})${ENDING}/?\\$?['"\`/]`);
}

const isNamed = (path: string, text: string): boolean => namesOf(path).test(text);

const placesNaming = ({ path, isEntry }: Target, file: Script): number[] => [
  ...[...file.text.matchAll(new RegExp(namesOf(path), 'g'))].map(({ index }) => index),
  ...(isEntry ? foldersNamed(path, file) : []),
];

/** A module that the name of a folder stands for: its index, or what a package says is its beginning. */
const isEntry = (view: View, path: string): boolean =>
  stemOf(path) === 'index' ||
  view.files.some(
    ({ path: manifest, state }) =>
      basename(manifest) === 'package.json' && state === 'text' && isNamed(path, beginningsIn(view.text(manifest))),
  );

/** What a package says is loaded by its own name, or by that of its folder; of one that cannot be read, all. */
function beginningsIn(manifest: string): string {
  try {
    const { main, module, browser, exports } = JSON.parse(manifest) as Record<string, unknown>;
    return JSON.stringify({ main, module, browser, exports: entriesOf(exports) });
  } catch {
    return manifest;
  }
}

/** `exports` without what is loaded by a longer name: `./sub`. */
const entriesOf = (exports: unknown): unknown =>
  typeof exports === 'object' && exports !== null && !Array.isArray(exports)
    ? Object.fromEntries(Object.entries(exports).filter(([name]) => !name.startsWith('./')))
    : exports;

/** `'..'` and the like: a folder that the module is in. */
const foldersNamed = (target: string, { path, text }: Script): number[] =>
  [...text.matchAll(/['"`]((?:\.\.?\/)*\.\.?\/?)['"`]/g)].flatMap(({ index, 1: name }) => {
    const folder = join(dirname(path), name!).replace(/\/$/, '');
    return folder === '.' || target.startsWith(`${folder}/`) ? [index] : [];
  });

/** `'./m.js?…'`: a module of its own each time. */
const freshOf = (path: string): RegExp => new RegExp(`['"\`/]${escaped(stemOf(path))}${ENDING}\\?(?![.?])`);
