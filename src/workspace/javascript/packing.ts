import { join, normalize } from 'node:path/posix';
import type { View } from '../view.ts';
import { foldersAbove, type IgnoreRule, ignoreRules, isLeftIn } from './ignore-rules.ts';
import { type JsonNode, nodeAt, readJsonc, stringOf, stringsOf } from './read-jsonc.ts';

/** A package that can be published. */
export interface Packing {
  /** Its folder, '' for the workspace. */
  readonly folder: string;
  readonly manifest: string;
  readonly table: JsonNode;
  /** Would `npm pack` put a file into the archive? Relative to the workspace; it need not be there yet. */
  readonly ships: (path: string) => boolean;
}

/** The nearest package above a path that has a name and is not private; null where none is published. */
export function packingOf(view: View, path: string): Packing | null {
  const manifest = ['', ...foldersAbove(path)]
    .reverse()
    .map((folder) => join(folder, 'package.json'))
    .find((one) => view.file(one)?.state === 'text' && nodeAt(readJsonc(view.text(one)), 'name'));
  if (manifest === undefined) return null;
  const table = readJsonc(view.text(manifest))!;
  const isPrivate = nodeAt(table, 'private');
  if (isPrivate?.kind === 'scalar' && isPrivate.value === true) return null;
  const folder = manifest.includes('/') ? manifest.slice(0, manifest.lastIndexOf('/')) : '';
  const start = folder === '' ? '' : `${folder}/`;
  const rules = rulesOf(view, start, table);
  const inside = nestedRules(view, start);
  return {
    folder,
    manifest,
    table,
    ships: (one) => one.startsWith(start) && isPacked(rules, inside, one.slice(start.length)),
  };
}

/** npm-packlist's own lists (10.0). */
const ALWAYS_OUT =
  '.npmignore .gitignore **/.git **/.svn **/.hg **/CVS **/.git/** **/.svn/** **/.hg/** **/CVS/** /.lock-wscript /.wafpickle-* /build/config.gypi npm-debug.log **/.npmrc .*.swp .DS_Store **/.DS_Store/** ._* **/._*/** *.orig /archived-packages/**'.split(
    ' ',
  );
const STRICT =
  '/.git !/package.json !/readme{,.*[^~$]} !/copying{,.*[^~$]} !/license{,.*[^~$]} !/licence{,.*[^~$]} /.git /node_modules .npmrc /package-lock.json /yarn.lock /pnpm-lock.yaml'.split(
    ' ',
  );

function rulesOf(view: View, start: string, table: JsonNode): IgnoreRule[] {
  const listed = filesRules(view, start, table);
  // npm takes `./` off the path of a program, and not off `main`: `./lib/m.js` is then not found among the files.
  const main = ['main', 'browser'].flatMap((key) => stringOf(nodeAt(table, key)) ?? []);
  const bins = binsOf(nodeAt(table, 'bin')).map((path) => normalize(path).replace(/^\//, ''));
  const required = [...main, ...bins].map((path) => `!/${path}`);
  const rules = listed?.general ?? ignoreLines(view, start);
  return ignoreRules([...ALWAYS_OUT, ...rules, ...(listed?.strict ?? []), ...STRICT, ...required]);
}

const binsOf = (bin: JsonNode | null): string[] =>
  bin?.kind === 'object' ? bin.entries.flatMap(({ value }) => stringOf(value) ?? []) : stringsOf(bin);

/** `files` turned round: everything is ignored but what it lists. Files that are there by name are taken in any case. */
function filesRules(view: View, start: string, table: JsonNode): { general: string[]; strict: string[] } | null {
  const files = nodeAt(table, 'files');
  if (files?.kind !== 'array') return null;
  const general = ['*'];
  const strict: string[] = [];
  for (const given of stringsOf(files)) {
    const entry = given.replace(/^\.\//, '/').replace(/\/\*$/, '/**');
    const path = entry.replace(/^!+/, '').replace(/^\//, '').replace(/\/$/, '');
    if (view.file(start + path)) strict.push(`!${entry}`);
    else {
      general.push(`!${entry}`);
      // A folder, there or yet to be built.
      if (!/[*?[{]/.test(path)) general.push(`!${entry.replace(/\/$/, '')}/**`);
    }
  }
  return { general, strict };
}

/** `.npmignore`, else `.gitignore`, of the package's folder. */
function ignoreLines(view: View, folder: string): string[] {
  const file = ['.npmignore', '.gitignore']
    .map((name) => folder + name)
    .find((one) => view.file(one)?.state === 'text');
  return file === undefined ? [] : view.text(file).split(/\r?\n/);
}

/** Folder of the package -> what npm asks of it again, and the rules of its own ignore file. */
function nestedRules(view: View, start: string): (folder: string) => IgnoreRule[] {
  const known = new Map<string, IgnoreRule[]>();
  return (folder) => {
    const rules = known.get(folder) ?? ignoreRules([...ALWAYS_OUT, ...ignoreLines(view, `${start}${folder}/`)]);
    known.set(folder, rules);
    return rules;
  };
}

function isPacked(rules: readonly IgnoreRule[], inside: (folder: string) => IgnoreRule[], path: string): boolean {
  const above = foldersAbove(path);
  const passes = (entry: string, folder: boolean): boolean =>
    isLeftIn(rules, entry, folder) &&
    above
      .filter((one) => entry.startsWith(`${one}/`))
      .every((one) => isLeftIn(inside(one), entry.slice(one.length + 1), folder));
  return above.every((folder) => passes(folder, true)) && passes(path, false);
}
