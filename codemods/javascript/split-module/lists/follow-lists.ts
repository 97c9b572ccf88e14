import { dirname, join } from 'node:path/posix';
import { type Edit, EMPTY_CHANGE_SET } from '../../../../src/core/change-set.ts';
import { hashOf } from '../../../../src/core/hash.ts';
import type { Refusal } from '../../../../src/core/refusal.ts';
import { builtFilesOf } from '../../../../src/workspace/javascript/built-files.ts';
import { isIgnoredByGit } from '../../../../src/workspace/javascript/git-ignores.ts';
import { manifestsAbove, publicBy, sideEffectHolds } from '../../../../src/workspace/javascript/package-lists.ts';
import { type Packing, packingOf } from '../../../../src/workspace/javascript/packing.ts';
import { nodeAt, stringsOf } from '../../../../src/workspace/javascript/read-jsonc.ts';
import { matches, segmentGlob } from '../../../../src/workspace/javascript/segment-glob.ts';
import {
  entryHolds,
  isOn,
  listOf,
  listsFile,
  tsconfigsAbove,
  type ViewTsconfig,
} from '../../../../src/workspace/javascript/view-tsconfig.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { refuse } from '../source.ts';
import { extendList, type NameList } from './extend-list.ts';

/** What becomes of the lists that name files by globs, so that the parts are where the file was. */
export interface FollowedLists {
  /** File -> its edits. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly notes: readonly string[];
  readonly refusals: readonly Refusal[];
}

interface Lists {
  readonly view: View;
  readonly path: string;
  readonly parts: readonly string[];
  readonly edits: Map<string, Edit[]>;
  readonly notes: string[];
  readonly refusals: Refusal[];
}

/** `files`, `sideEffects`, coverage of package.json, and the lists of a composite project: extended where the form is simple, else refused. */
export function followLists(view: View, path: string, parts: readonly string[]): FollowedLists {
  const lists: Lists = { view, path, parts, edits: new Map(), notes: [], refusals: [] };
  const ignored = parts.find((part) => isIgnoredByGit(view, part));
  if (ignored !== undefined && !isIgnoredByGit(view, path)) {
    const why = `git ignores ${ignored}: an ignore file names it`;
    lists.refusals.push(refuse({ path }, 'J82', { start: 0, end: 0 }, why, 'Remove the line from .gitignore first.'));
  }
  const packing = packingOf(view, path);
  if (packing) followPackage(lists, packing);
  followManifestGlobs(lists);
  followComposite(lists);
  return lists;
}

/** Parts are published where the file is, be it as it stands or as its compiler writes it. */
function followPackage(lists: Lists, packing: Packing): void {
  const { view, path, parts, notes } = lists;
  const built = builtFilesOf(view, path);
  const names = [path, ...built(path)];
  const shipped = names.flatMap((name, i) =>
    packing.ships(name) ? [{ name, own: parts.map((part) => [part, ...built(part)][i]!) }] : [],
  );
  const list = { ...manifestList(view, packing, 'files'), holds: holdsFile(packing) };
  for (const { name, own } of shipped) {
    const missing = own.filter((one) => !packing.ships(one));
    add(lists, list, name, missing);
    const open = own.find((one) => publicBy(list.text, packing.folder, one).length > 0);
    const subpaths = open === undefined ? [] : publicBy(list.text, packing.folder, open);
    if (open !== undefined)
      notes.push(`${packing.manifest}: \`exports\` ${subpaths.join(', ')} makes ${open} public (J83)`);
  }
  // A later entry may take away again what was added.
  const grown = packingOf(withEdits(lists), path);
  const lost = shipped.flatMap(({ own }) => own).find((one) => !grown?.ships(one));
  if (lost !== undefined) lists.refusals.push(notShipped(path, lost));
}

function withEdits({ view, edits }: Lists): View {
  const edit = [...edits].map(([path, own]) => ({ path, edits: own }));
  const base = edit.map(({ path }) => ({ path, hash: hashOf(view.text(path)), mode: view.file(path)!.mode }));
  return view.overlay({ ...EMPTY_CHANGE_SET, base, edit });
}

const manifestList = (view: View, { manifest, table, folder }: Packing, key: string) => ({
  file: manifest,
  text: view.text(manifest),
  node: nodeAt(table, key) ?? table,
  folder,
});

/** An entry of `files` taken alone. */
const holdsFile =
  ({ folder }: Packing) =>
  (entry: string, path: string): boolean => {
    const inside = folder === '' ? path : path.slice(folder.length + 1);
    const pattern = entry.replace(/^\.?\//, '').replace(/\/$/, '');
    if (/\/\*$/.test(pattern)) return matches(segmentGlob(`${pattern}*`), inside);
    return matches(segmentGlob(pattern), inside, { base: true }) || matches(segmentGlob(`${pattern}/**`), inside);
  };

const notShipped = (path: string, part: string): Refusal =>
  refuse(
    { path },
    'J80',
    { start: 0, end: 0 },
    `the package ships what is built from ${path}, and not ${part}: the list of files is not understood`,
    'Name the new folder in `files` of package.json, or in the ignore files, first.',
  );

/** Lists of package.json that only weaken something where a part is not on them. */
function followManifestGlobs(lists: Lists): void {
  for (const { path: file, folder, text, table } of manifestsAbove(lists.view, lists.path)) {
    const common = { file, text, folder };
    const effects = nodeAt(table, 'sideEffects');
    const coverage = nodeAt(table, 'jest', 'collectCoverageFrom');
    if (effects) addMissing(lists, { ...common, node: effects, holds: (...pair) => sideEffectHolds(folder, ...pair) });
    if (coverage) addMissing(lists, { ...common, node: coverage, holds: (...pair) => isCovered(folder, ...pair) });
  }
}

const isCovered = (folder: string, entry: string, path: string): boolean =>
  matches(segmentGlob(entry.replace(/^(<rootDir>\/|\.\/)/, '')), folder === '' ? path : path.slice(folder.length + 1));

/** A composite project has to list what it compiles. */
function followComposite(lists: Lists): void {
  const { view, path, parts } = lists;
  for (const config of tsconfigsAbove(view, path)) {
    if (!isOn(config, 'composite') || !listsFile(config, path)) continue;
    const missing = parts.filter((part) => !listsFile(config, part));
    if (missing.length > 0) followConfig(lists, config, missing);
  }
}

function followConfig(lists: Lists, config: ViewTsconfig, missing: readonly string[]): void {
  const { view, path } = lists;
  for (const key of ['files', 'include'] as const) {
    const list = listOf(config, key);
    if (!list) continue;
    const folder = dirname(list.path) === '.' ? '' : dirname(list.path);
    const literal = key === 'files';
    const holds = (entry: string, one: string): boolean =>
      literal ? join(folder, entry) === one : entryHolds(list.path, entry, one);
    const names = { file: list.path, text: view.text(list.path), node: list.node, folder, literal, holds };
    if (add(lists, names, path, missing)) return;
  }
}

function addMissing(lists: Lists, list: NameList): void {
  const { path, parts } = lists;
  const entries = stringsOf(list.node).filter((entry) => !entry.startsWith('!'));
  add(
    lists,
    list,
    path,
    parts.filter((part) => !entries.some((entry) => list.holds(entry, part))),
  );
}

/** @returns false where the list is not understood */
function add({ edits }: Lists, list: NameList, path: string, parts: readonly string[]): boolean {
  const edit = extendList(list, path, parts);
  if (!edit) return false;
  const known = edits.get(list.file) ?? [];
  // Two lists may grow behind the same entry.
  const same = known.find(({ start }) => start === edit.start);
  const text = same && !same.text.includes(edit.text) ? same.text + edit.text : (same?.text ?? edit.text);
  edits.set(
    list.file,
    [...known.filter((one) => one !== same), { ...edit, text }].sort((a, b) => a.start - b.start),
  );
  return true;
}
