import { manifestTable, readOwnLints } from '../../../analyzers/workspace-lints/read-lints.ts';
import { type ChangeSet, type Edit, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { tomlDocument } from '../../../src/workspace/toml-document.ts';
import type { View } from '../../../src/workspace/view.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { MEND_OPTIONS, type MendOptions } from '../../mend-options.ts';

/** Writes `[lints] workspace = true` into manifests; comments, order and line ends stay. */
export const inheritLints = defineCodemod<MendOptions>({
  id: 'workspace/inherit-lints',
  languages: ['rust'],
  title: 'Let crates inherit the lints of their Cargo workspace',
  examples: ['none', 'misplaced', 'empty'],
  options: MEND_OPTIONS,
  run(view, { places }) {
    const edit = [...new Set(places.map(({ path }) => path))].sort().flatMap((path) => {
      const edits = editsFor(view, path);
      return edits.length === 0 ? [] : [{ path, edits }];
    });
    const base = edit.map(({ path }) => ({ path, hash: hashOf(view.text(path)), mode: view.file(path)!.mode }));
    const changeSet: ChangeSet = { ...EMPTY_CHANGE_SET, base, edit };
    return { status: 'changed', changeSet, notes: [] };
  },
});

/** [] for a manifest that inherits, cannot be read, or has levels of its own: those are for a person to move. */
function editsFor(view: View, path: string): Edit[] {
  const table = manifestTable(view, path);
  if (table === null) return [];
  const lints = readOwnLints(table);
  const text = view.text(path);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const appended: Edit = {
    start: text.length,
    end: text.length,
    text: `${text === '' || text.endsWith('\n') ? '' : newline}${newline}[lints]${newline}workspace = true${newline}`,
    reason: 'manifest',
  };
  if (lints.kind === 'none') return [appended];
  if (lints.kind === 'empty') return [filled(text, newline) ?? []].flat();
  if (lints.kind === 'misplaced') return [...withoutMisplaced(text), filled(text, newline) ?? appended];
  return [];
}

/** The empty `[lints]` table gets its line; null where none stands as a table of its own. */
function filled(text: string, newline: string): Edit | null {
  const document = tomlDocument(text);
  const header = document?.table(['lints']);
  if (header) {
    const end = text.indexOf(']', header.start) + 1;
    return { start: end, end, text: `${newline}workspace = true`, reason: 'manifest' };
  }
  const inline = document?.pair(['lints']);
  return inline ? { ...inline.value, text: '{ workspace = true }', reason: 'manifest' } : null;
}

/** Takes `lints.workspace = true` out of `[package]`, or the whole `[package.lints]` table, each with its line. */
function withoutMisplaced(text: string): Edit[] {
  const document = tomlDocument(text);
  const table = document?.table(['package', 'lints']);
  const range =
    table ?? document?.pair(['package', 'lints', 'workspace'])?.pair ?? document?.pair(['package', 'lints'])?.pair;
  if (!range) return [];
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const newline = text.indexOf('\n', range.end);
  return [{ start, end: newline === -1 ? text.length : newline + 1, text: '', reason: 'manifest' }];
}
