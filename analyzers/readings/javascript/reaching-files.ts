import { basename, dirname, join } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';

/** What loads a single file anew, puts something else under what it requires, or looks inside of it. What clears all modules at once reaches parts too. */
const REACHES = new RegExp(
  [
    /\brequire\s*(\?\.|\.)\s*cache\b/,
    /\brequire\s*\[/,
    /\bModule\s*\.\s*_(load|cache|resolveFilename|extensions)\b/,
    /\bjest\s*\.\s*(unmock|dontMock|deepUnmock)\b/,
    /\b__(get|set|with|Rewire|GetDependency|RewireAPI)__\b/,
    /\btd\s*\.\s*replace(Esm|Cjs)?\s*\(/,
    /\b(proxyquire|rewire|esmock|decache)\s*(\.\s*\w+\s*)?\(/,
    /['"`](decache|rewire|rewiremock|proxyquire\w*|mock-require|mockery|quibble|testdouble|esmock|sandboxed-module)['"`/]/,
    /['"`](import-fresh|clear-module|clear-require|require-(uncached|reload|without-cache|inject|subvert)|stealthy-require)['"`/]/,
    /['"`](re-require(-module)?|fresh-require|injectr)['"`/]/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const MODULE_PACKAGE = /['"`](node:)?module['"`]/;
const MODULE_INSIDES = /\b_(load|cache|resolveFilename|extensions|compile)\b/;
/** `'?t='`, or `}?${`: an address that is another one each time. */
const FRESH_ADDRESS = /['"`}]\?([\w$]*=)?(['"`]|\$\{)/;

const reaches = (text: string): boolean =>
  REACHES.test(text) ||
  (MODULE_PACKAGE.test(text) && MODULE_INSIDES.test(text)) ||
  (/\bimport\s*\(/.test(text) && FRESH_ADDRESS.test(text));

/**
 * A file that reaches into one of these modules by its path: `delete require.cache[…]`, rewire, proxyquire and their like, or `./m.js?fresh`.
 * It would reach the facade and none of the parts. Also one that asks a helper which does that. By the text: what is only said to be so counts.
 */
export function reachingFile(view: View, paths: readonly string[]): string | null {
  const texts = view.files
    .filter(({ path, state, grammar }) => state === 'text' && isScript(grammar) && !/(^|\/)node_modules\//.test(path))
    .map(({ path }) => ({ path, text: view.text(path) }));
  const helpers = texts.filter(({ text }) => reaches(text));
  const asked = helpers.map(({ path }) => ({ path, names: namesOf(path) }));
  const targets = paths.map((path) => ({ path, isEntry: isEntry(view, path) }));
  const found = texts.find(({ path, text }) =>
    targets.some((target) => {
      if (target.path === path) return false;
      if (freshOf(target.path).test(text)) return true;
      if (!isNamed(target.path, text) && !(target.isEntry && isFolderNamed(target.path, path, text))) return false;
      return asked.some((helper) => helper.path === path || (helper.path !== target.path && helper.names.test(text)));
    }),
  );
  return found?.path ?? null;
}

const isScript = (grammar: string | null): boolean => /^(javascript|typescript|tsx)$/.test(grammar ?? '');

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

/** A module that the name of a folder stands for: its index, or what a package says is its beginning. */
const isEntry = (view: View, path: string): boolean =>
  stemOf(path) === 'index' ||
  view.files.some(
    ({ path: manifest, state }) =>
      basename(manifest) === 'package.json' && state === 'text' && isNamed(path, view.text(manifest)),
  );

/** `'..'` and the like: a folder that the module is in. */
function isFolderNamed(target: string, path: string, text: string): boolean {
  for (const [, name] of text.matchAll(/['"`]((?:\.\.?\/)*\.\.?\/?)['"`]/g)) {
    const folder = join(dirname(path), name!).replace(/\/$/, '');
    if (folder === '.' || target.startsWith(`${folder}/`)) return true;
  }
  return false;
}

/** `'./m.js?…'`: a module of its own each time. */
const freshOf = (path: string): RegExp => new RegExp(`['"\`/]${escaped(stemOf(path))}${ENDING}\\?(?![.?])`);
