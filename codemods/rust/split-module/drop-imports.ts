import type { AfterEdit } from '../../../src/core/edit-after.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import { printUse } from '../../../src/languages/rust/print-use.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import { keepLeaves, readUseItem } from '../../../src/languages/rust/use-item.ts';
import { readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { cutOf } from '../../cut-of.ts';
import type { Form } from './form.ts';

/** How the prover ends the message of a warning that holds only without `cfg(test)`. */
const ONLY_WITHOUT_TESTS = '(only without cfg(test))';
/** And of an unused import that another set of features needs. */
const ONLY_SOMEWHERE = '(only in some sets of features)';

/** The edits that take what a compiler calls unused out of the uses of a file. */
export function unusedImports(
  after: View,
  path: string,
  diagnostics: readonly Diagnostic[],
  form: Form,
  notes: string[],
): AfterEdit[] {
  const unused = diagnostics.filter(({ code }) => code === 'unused_imports');
  if (unused.length === 0) return [];
  const syntax = after.syntax(path);
  const { items, headerEnd } = readItems(syntax, 0);
  return items.flatMap((item, i): AfterEdit[] => {
    const complaints = item.kind === 'use' ? unused.filter(({ start }) => item.start <= start && start < item.end) : [];
    if (complaints.length === 0) return [];
    const floor = items[i - 1]?.end ?? headerEnd;
    return useEdit({ syntax, path, form, floor, next: items[i + 1] ?? null }, item, complaints, notes);
  });
}

interface Place {
  readonly syntax: Syntax;
  readonly path: string;
  readonly form: Form;
  /** Where the item above ends. */
  readonly floor: number;
  readonly next: Item | null;
}

function useEdit(place: Place, item: Item, complaints: readonly Diagnostic[], notes: string[]): AfterEdit[] {
  const { syntax, path, form } = place;
  const tree = readUseItem(syntax, item.node);
  const leaves = readUseTree(syntax, item.node);
  if (tree === null) return [];
  const isUnused = (leaf: UseLeaf): boolean =>
    leaves.length === 1 ||
    complaints.some((one) => isNamed(one, leaf) || isNamedSelf(one, leaf, leaves, syntax.start[leaf.node]!));
  const unused = new Set(leaves.flatMap((leaf, i) => (isUnused(leaf) ? [i] : [])));
  if (unused.size === 0) return [];
  const visibility = readVisibility(syntax, item.node).text;
  const head = `${visibility}${visibility === '' ? '' : ' '}use `;
  const attributes = readAttributes(syntax, item.attributes);
  const above = attributes.map(({ start, end }) => syntax.text.slice(start, end));
  const again = whatStays(visibility, complaints[0]!, above, form);
  const names = [...unused].map((i) => leaves[i]!.segments.at(-1) ?? '*').join(', ');
  notes.push(`${path}: ${names} ${whyUnused(again, visibility, complaints[0]!)}`);
  const print = (extra: readonly string[], keep: (leaf: number) => boolean): string[] => {
    const kept = keepLeaves(tree, keep);
    return kept === null ? [] : [...extra, ...above, ...printUse(head, kept, form.style)];
  };
  const lines = [
    ...print([], (leaf) => !unused.has(leaf)),
    ...(again === null ? [] : print([again], (leaf) => unused.has(leaf))),
  ];
  const newline = syntax.text.includes('\r\n') ? '\r\n' : '\n';
  const { start } = attributes[0] ?? { start: item.bodyStart };
  const range = lines.length > 0 ? { start, end: item.bodyEnd } : withoutLine(place, item);
  return [{ ...range, text: lines.join(newline), reason: 'import' }];
}

/** `a::B` of a message is the end of the leaf's path. */
function isNamed({ message }: Diagnostic, { segments, glob }: UseLeaf): boolean {
  const path = `::${[...segments, ...(glob ? ['*'] : [])].join('::')}`;
  return [...message.matchAll(/`([^`]+)`/g)].some(([, name]) => {
    const plain = name!
      .replace(/\s+as\s+\w+$/, '')
      .replace(/(?:^|::)self$/, '')
      .replaceAll('r#', '');
    return plain !== '' && path.endsWith(`::${plain}`);
  });
}

/** `self` alone is that of a list: of the only one, or of the one that stands where the message points. */
function isNamedSelf(
  { message, start }: Diagnostic,
  leaf: UseLeaf,
  leaves: readonly UseLeaf[],
  leafStart: number,
): boolean {
  if (!leaf.self || !/`self(?:\s+as\s+\w+)?`/.test(message)) return false;
  return leaves.filter((one) => one.self).length === 1 || leafStart === start;
}

/** The attribute for an import that stays although a compiler calls it unused. */
export const allowUnused = (form: Form, reason: string): string =>
  form.isOn('clippy::allow_attributes_without_reason')
    ? `#[allow(unused_imports, reason = "${reason}")]`
    : '#[allow(unused_imports)]';

function whatStays(visibility: string, { message }: Diagnostic, above: readonly string[], form: Form): string | null {
  const allow = allowUnused(form, 'needed by some builds only');
  if (visibility === 'pub' || message.endsWith(ONLY_SOMEWHERE)) return above.includes(allow) ? null : allow;
  return message.endsWith(ONLY_WITHOUT_TESTS) && !above.includes('#[cfg(test)]') ? '#[cfg(test)]' : null;
}

function whyUnused(again: string | null, visibility: string, { message }: Diagnostic): string {
  if (again === null) return 'is not needed here';
  if (visibility === 'pub') return 'is re-exported though nothing uses it';
  return message.endsWith(ONLY_SOMEWHERE) ? 'is needed with other features only' : 'is needed by tests only';
}

/** The lines of a use, and the blank ones behind it where nothing stays above it. */
function withoutLine({ syntax: { text }, floor, next }: Place, item: Item): { start: number; end: number } {
  const cut = cutOf(text, item, floor);
  const isFirst = /\n[ \t\r]*\n/.test(text.slice(floor, item.start)) || text.slice(0, item.start).trim() === '';
  const endsParagraph = next === null || /\n[ \t\r]*\n/.test(text.slice(item.end, next.start));
  if (isFirst || !endsParagraph) return cut;
  const line = text.indexOf('\n', item.end);
  return { start: cut.start, end: line === -1 ? cut.end : Math.min(cut.end, line + 1) };
}
