import type { ChangeSet } from '../../../src/core/change-set.ts';
import type { AfterEdit } from '../../../src/core/edit-after.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import type { View } from '../../../src/workspace/view.ts';

type PlacedEdit = AfterEdit & { readonly path: string };

/** How the prover ends the message of a warning that holds only without `cfg(test)`. */
const ONLY_WITHOUT_TESTS = '(only without cfg(test))';
/** And of an unused import that another set of features needs. */
const ONLY_SOMEWHERE = '(only in some sets of features)';
const ITEM = /^((?:#\[[^\n]*\]\r?\n)*)((?:pub(?:\([^)]*\))? )?)use ([\w:]+)::(?:\{([\w#,\s]*)\}|(\w+|\*));\r?\n?/;

/**
 * Generated imports that the compiler finds unused: private ones go, or stay for tests only; what is public keeps its name and says that it
 * may be unused. Names that it misses in a part get the part a view of its parent.
 */
export function importEdits(
  after: View,
  changeSet: ChangeSet,
  diagnostics: readonly Diagnostic[],
  notes: string[],
): PlacedEdit[] {
  const edits = new Map<string, PlacedEdit>();
  const written = new Set([...changeSet.edit, ...changeSet.create].map(({ path }) => path));
  for (const { path, start, code, message } of diagnostics) {
    if (!written.has(path)) continue;
    const text = after.text(path);
    if (code === 'unused_imports') {
      const item = itemAt(text, start);
      if (item && isGenerated(changeSet, path, item.text))
        edits.set(`${path} ${item.start}`, unusedEdit(path, item, message, notes));
    } else if (MISSING.has(code ?? '') && changeSet.create.some((file) => file.path === path)) {
      const guarded = /^#\[cfg\([^\n]*\)\]\r?\nuse super::\*;/.exec(text);
      if (guarded)
        edits.set(`${path} 0`, { path, start: 0, end: guarded[0].indexOf('use '), text: '', reason: 'import' });
      else if (!text.startsWith('use super::'))
        edits.set(`${path} 0`, {
          path,
          start: 0,
          end: 0,
          text: `use super::*;${newlineOf(text)}${newlineOf(text)}`,
          reason: 'import',
        });
    }
  }
  return [...edits.values()];
}

const MISSING = new Set(['E0412', 'E0425', 'E0433', 'E0405', 'E0404', 'E0599', 'E0432']);
const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

interface UseItem {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly match: RegExpExecArray;
}

/** The `use` item around an offset, with the attributes above it. */
function itemAt(text: string, offset: number): UseItem | null {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0 && !/^(pub(\([^)]*\))? )?use /.test(text.slice(start, start + 80)))
    start = text.lastIndexOf('\n', start - 2) + 1;
  for (
    let above = text.lastIndexOf('\n', start - 2) + 1;
    start > 0 && text.startsWith('#[', above);
    above = text.lastIndexOf('\n', start - 2) + 1
  )
    start = above;
  const match = ITEM.exec(text.slice(start));
  if (!match || start + match[0].length <= offset) return null;
  return { start, end: start + match[0].length, text: match[0], match };
}

/** True if the change set wrote this line: what stood in the base is not ours to mend. */
function isGenerated(changeSet: ChangeSet, path: string, item: string): boolean {
  const texts = [
    ...changeSet.edit.filter((one) => one.path === path).flatMap(({ edits }) => edits.map(({ text }) => text)),
    ...changeSet.create
      .filter((one) => one.path === path)
      .flatMap(({ parts }) => parts.map((part) => ('text' in part ? part.text : ''))),
  ];
  const wanted = squeezed(item);
  return texts.some((text) => squeezed(text).includes(wanted));
}

// Layout may have been mended since: braces, commas and spaces do not count.
const squeezed = (text: string): string => text.replace(/[\s,]/g, '');

function unusedEdit(path: string, item: UseItem, message: string, notes: string[]): PlacedEdit {
  const [whole, attributes, visibility, prefix, group, single] = item.match;
  const newline = newlineOf(whole!);
  const names =
    group === undefined
      ? [single!]
      : group
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean);
  const mentioned = new Set([...message.matchAll(/`([^`]+)`/g)].map(([, name]) => name!.split('::').pop()!));
  const unused = names.filter((name) => mentioned.has(name) || names.length === 1);
  const keep = names.filter((name) => !unused.includes(name));
  const line = (extra: string, list: readonly string[]): string =>
    list.length === 0
      ? ''
      : `${attributes}${extra}${visibility}use ${prefix}::${list.length === 1 ? list[0] : `{${list.join(', ')}}`};${newline}`;
  const somewhere = message.endsWith(ONLY_SOMEWHERE);
  const again =
    visibility === 'pub ' || somewhere
      ? `#[allow(unused_imports)]${newline}`
      : message.endsWith(ONLY_WITHOUT_TESTS) && !attributes!.includes('#[cfg(test)]')
        ? `#[cfg(test)]${newline}`
        : null;
  notes.push(`${path}: ${unused.join(', ')} ${whyUnused(again, visibility === 'pub ', somewhere)}`);
  const text = `${line('', keep)}${again === null ? '' : line(again, unused)}`;
  return { path, start: item.start, end: item.end, text, reason: prefix === 'super' ? 'import' : 'facade' };
}

function whyUnused(again: string | null, isPublic: boolean, somewhere: boolean): string {
  if (again === null) return 'is not needed in the facade';
  if (isPublic) return 'is re-exported though nothing uses it';
  return somewhere ? 'is needed with other features only' : 'is needed by tests only';
}
