import { dirname } from 'node:path/posix';
import { type IncludeArray, type PackageList, packageListOf } from '../../../analyzers/readings/rust/package-list.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import { refuse } from './refuse.ts';

/**
 * A split whose parts are published as its file is: where the manifest's `include` does not name them, it gets them; refused (R91) where the
 * manifest cannot be edited plainly.
 */
export function shipParts(view: View, path: string, made: CodemodResult): CodemodResult {
  if (made.status === 'refused') return made;
  const parts = made.changeSet.create.map((one) => one.path);
  const list = packageListOf(view, path);
  if (list === null || parts.length === 0) return made;
  const lost = parts.filter((part) => list.ships(part) !== list.ships(path));
  if (lost.length === 0) return made;
  const { manifest } = list.crate;
  if (!list.ships(path)) return { ...made, notes: [...made.notes, shownToo(manifest, lost, path)] };
  if (list.include === null) return { status: 'refused', refusals: [leftOut(list, lost, path)] };
  const entries = entriesFor(view, list, lost, list.include);
  const edit = { path: manifest, edits: [appended(view.text(manifest), list.include, entries)] };
  const base = { path: manifest, hash: hashOf(view.text(manifest)), mode: view.file(manifest)!.mode };
  const { changeSet } = made;
  return {
    ...made,
    changeSet: { ...changeSet, base: [...changeSet.base, base], edit: [...changeSet.edit, edit] },
    notes: [...made.notes, `${manifest}: \`include\` gets ${entries.map((one) => `\`${one}\``).join(', ')} (R91)`],
  };
}

const shownToo = (manifest: string, lost: readonly string[], path: string): string =>
  `${manifest}: ${lost.join(', ')} will be published, though ${path} is not (R91)`;

const leftOut = ({ crate }: PackageList, lost: readonly string[], path: string) =>
  refuse(
    { path },
    'R91',
    { start: 0, end: 0 },
    `${lost[0]}${lost.length > 1 ? ` and ${lost.length - 1} more` : ''} would be missing from the package that ${crate.manifest} describes`,
    `Let \`include\` or \`exclude\` of ${crate.manifest}, or .gitignore, name the parts as they do ${path}.`,
  );

/** The folder of the parts where all that it holds is new, else the parts one by one; from the manifest, as its other entries are written. */
function entriesFor(view: View, { crate }: PackageList, lost: readonly string[], { entries }: IncludeArray): string[] {
  const home = crate.dir === '' ? '' : `${crate.dir}/`;
  const lead = entries.every((entry) => /^!?\//.test(entry)) ? '/' : '';
  const isNew = (folder: string): boolean => !view.files.some(({ path }) => path.startsWith(`${folder}/`));
  const named = lost.map((part) => (isNew(dirname(part)) ? `${dirname(part)}/**` : part));
  return [...new Set(named)].map((one) => `${lead}${one.slice(home.length)}`);
}

// Behind all others: the last entry that names a file decides.
function appended(text: string, { end, indent }: IncludeArray, entries: readonly string[]): Edit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lead = indent === null ? ', ' : `,${newline}${indent}`;
  return { start: end, end, text: entries.map((entry) => `${lead}"${entry}"`).join(''), reason: 'manifest' };
}
