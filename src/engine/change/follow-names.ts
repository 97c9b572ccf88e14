import { posix } from 'node:path';
import { linksTo } from '../../../analyzers/namings/find-links.ts';
import { findNamings, type Naming } from '../../../analyzers/namings/find-namings.ts';
import { findPatterns } from '../../../analyzers/namings/find-patterns.ts';
import { placeNotes } from '../../../codemods/rust/split-module/place-notes.ts';
import { type ChangeSet, type Edit, EMPTY_CHANGE_SET } from '../../core/change-set.ts';
import { hashOf } from '../../core/hash.ts';
import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import { extendOverride } from './extend-override.ts';

export interface FollowedNames {
  /** Lists that need the new folders beside the old file; null where there are none. */
  readonly changeSet: ChangeSet | null;
  /** Every other place that names a divided file, and why that matters. */
  readonly notes: readonly string[];
}

/** What names the divided files by a string. Owners and the manifest's list of files follow; the rest is for a person to look at. */
export function followNames(view: View, after: View, changeSets: readonly ChangeSet[]): FollowedNames {
  const divided = new Map<string, readonly string[]>();
  for (const { base, create, move } of changeSets) {
    const [main] = base;
    if (!main || create.length === 0 || !view.file(main.path)) continue;
    const moved = move.flatMap(({ from, to }) => (from === main.path ? [to] : []));
    divided.set(main.path, [...moved, ...create.map(({ path }) => path)]);
  }
  return follow(view, after, divided);
}

/** What a split by a plan will report of the places that name its file, and of places that the program itself reports; no change set is made. */
export function foretellNames(view: View, plan: Plan): readonly string[] {
  const { base, modules, predicted } = plan;
  if (modules.length === 0) return [];
  const { path } = base[0]!;
  const created = predicted.files.filter((file) => view.file(file.path) === undefined);
  const { notes } = follow(view, view, new Map([[path, created.map((file) => file.path)]]));
  return plan.codemod === 'rust/split-module' ? [...notes, ...placeNotes(view, plan)] : notes;
}

/** Folders other than the file's own that its parts come to lie in. */
const newFolders = (file: string, parts: readonly string[]): string[] =>
  [...new Set(parts.map((path) => posix.dirname(path)))].filter(
    (folder) => folder !== '.' && folder !== posix.dirname(file),
  );

/** @param divided each divided file with what it becomes */
function follow(view: View, after: View, divided: ReadonlyMap<string, readonly string[]>): FollowedNames {
  if (divided.size === 0) return { changeSet: null, notes: [] };
  const edits = new Map<string, Edit[]>();
  const notes: string[] = [];
  for (const naming of findNamings(view, [...divided.keys()])) {
    if (hasGrown(view, after, naming.path)) continue;
    const { note, edit } = followNaming(naming, view, after, divided.get(naming.names)!);
    if (edit) edits.set(naming.path, [...(edits.get(naming.path) ?? []), edit]);
    if (note !== null) notes.push(note);
  }
  for (const [file, parts] of divided) notes.push(...otherPlaces(view, file, parts));
  if (edits.size === 0) return { changeSet: null, notes };
  const base = [...edits.keys()].map((path) => ({ path, hash: hashOf(view.text(path)), mode: view.file(path)!.mode }));
  const edit = [...edits].map(([path, own]) => ({ path, edits: own }));
  return { changeSet: { ...EMPTY_CHANGE_SET, base, edit }, notes };
}

/** The list of sources of the distribution's own build, which the split has made longer. */
const hasGrown = (view: View, after: View, path: string): boolean =>
  /(^|\/)meson\.build$/.test(path) && view.text(path) !== after.text(path);

interface Followed {
  readonly note: string | null;
  readonly edit: Edit | null;
}

/** @param own what the file that is named becomes */
function followNaming(naming: Naming, view: View, after: View, parts: readonly string[]): Followed {
  const { path, line, names, why } = naming;
  const folder = listed(view.text(path), naming, newFolders(names, parts));
  const added = folder ?? extendOverride(view.text(path), naming, parts);
  const place = `${path}:${line} names ${names}`;
  if (!added) return { note: `${place}: it ${why}`, edit: null };
  const isEdited = !after.file(path) || after.text(path) !== view.text(path);
  // The split of a Rust file edits its package's manifest itself, where that names the parts in no other way.
  const isFollowed = isCargo(path) && names.endsWith('.rs');
  if (isFollowed && !isEdited && after !== view) return { note: null, edit: null };
  if (!isFollowed && isEdited) return { note: `${place}: it ${why}`, edit: null };
  const note = `${place}; the new ${folder ? 'folder is' : 'modules are'} added there`;
  return { note, edit: isFollowed ? null : added };
}

/** Patterns and links that mean the file: reported, never followed. */
const otherPlaces = (view: View, file: string, parts: readonly string[]): string[] => [
  ...findPatterns(view, file, parts).map(({ path, line, why }) => `${path}:${line} names ${file}: ${why}`),
  ...linksTo(view, file).map((link) => `${link} is a symbolic link to ${file} (H89)`),
];

const isCargo = (path: string): boolean => /(^|\/)Cargo\.toml$/.test(path);

/** The entry for the folders beside that for the file, where the list's form is understood. */
function listed(text: string, { path, start, end }: Naming, folders: readonly string[]): Edit | null {
  if (folders.length === 0) return null;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline === -1 ? text.length : newline;
  const row = text.slice(lineStart, lineEnd).replace(/\r$/, '');
  if (/(^|\/)CODEOWNERS$/.test(path)) {
    const owned = /^(\/?)(?:[^\s#]+)(\s+[^#\r\n]+?)\s*(?:#.*)?$/.exec(row);
    if (!owned || text.slice(lineStart, start).trim() !== '') return null;
    const rows = folders.map((folder) => `${owned[1]}${folder}/${owned[2]}`);
    const offset = lineStart + row.length;
    return { start: offset, end: offset, text: rows.map((one) => `\n${one}`).join(''), reason: 'manifest' };
  }
  if (!isCargo(path) || text[end] !== '"' || !inInclude(text, start)) return null;
  const file = text.slice(start, end);
  const home = posix.dirname(path) === '.' ? '' : `${posix.dirname(path)}/`;
  const lead = file.startsWith('/') ? '/' : '';
  const entries = folders.map(
    (folder) => `, "${lead}${folder.startsWith(home) ? folder.slice(home.length) : folder}/**"`,
  );
  return { start: end + 1, end: end + 1, text: entries.join(''), reason: 'manifest' };
}

// `include = [ .. "src/m.rs" ..` with nothing closed between.
const inInclude = (text: string, offset: number): boolean => /^\s*include\s*=\s*\[[^\]]*$/m.test(text.slice(0, offset));
