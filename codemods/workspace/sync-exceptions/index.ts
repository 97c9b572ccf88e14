import { type Lacking, lackingEntries } from '../../../analyzers/dependency-policy/expected-entries.ts';
import { type Answer, printAnswer } from '../../../analyzers/dependency-policy/ignored.ts';
import { readPolicy, type Sidecar } from '../../../analyzers/dependency-policy/read-policy.ts';
import { applyEdits } from '../../../src/core/apply-edits.ts';
import { type Edit, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { Range } from '../../../src/core/range.ts';
import { type TomlDocument, tomlDocument } from '../../../src/workspace/toml-document.ts';
import type { View } from '../../../src/workspace/view.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { MEND_OPTIONS, type MendOptions } from '../../mend-options.ts';

/** Brings the scanners' files in step with the list of exceptions; everything else in them stays byte for byte. */
export const syncExceptions = defineCodemod<MendOptions>({
  id: 'workspace/sync-exceptions',
  languages: ['rust', 'python'],
  title: 'Make deny.toml, audit.toml and osv-scanner.toml agree with the list of exceptions',
  examples: [],
  options: MEND_OPTIONS,
  run(view, { places }) {
    const paths = new Set(places.map(({ path }) => path));
    const edit = lackingEntries(readPolicy(view))
      .filter(({ path }) => paths.has(path))
      .flatMap((lacking) => {
        const edits = editsFor(view, lacking);
        return edits.length === 0 ? [] : [{ path: lacking.path, edits }];
      });
    const base = edit.map(({ path }) => ({ path, hash: hashOf(view.text(path)), mode: view.file(path)!.mode }));
    return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, base, edit }, notes: [] };
  },
});

const IGNORE = ['advisories', 'ignore'];

function editsFor(view: View, { path, tool, missing, stale }: Lacking): Edit[] {
  const text = view.text(path);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const restated = rewritten(text, (document) =>
    stale.flatMap(({ sidecar }) =>
      tool === 'osv-scanner'
        ? osvRestated(document, sidecar, newline)
        : (restate(document, tool, sidecar, newline) ?? []),
    ),
  );
  if (missing.length === 0) return difference(text, restated);
  // A table that dotted keys have made cannot get a header: what does not parse is not written.
  const ways = tool === 'osv-scanner' ? [osvInserted] : [inserted, dotted];
  const after = ways
    .map((way) => rewritten(restated, (document) => [way(document, tool, missing, newline)]))
    .find((one) => tomlDocument(one) !== null);
  return difference(text, after ?? restated);
}

function rewritten(text: string, edits: (document: TomlDocument) => readonly Edit[]): string {
  const document = tomlDocument(text);
  return document === null
    ? text
    : applyEdits(
        text,
        [...edits(document)].sort((a, b) => a.start - b.start),
      );
}

/** The one range that differs. */
function difference(before: string, after: string): Edit[] {
  if (before === after) return [];
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < least - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, end: before.length - tail, text: after.slice(start, after.length - tail), reason: 'manifest' }];
}

/** The element that names the id, written anew; for cargo-audit the comment behind it. */
function restate(document: TomlDocument, tool: string, { id, answer }: Sidecar, newline: string): Edit | null {
  const element = document
    .elements(IGNORE)
    ?.find(({ start, end }) => document.text.slice(start, end).includes(`"${id}"`));
  if (!element) return null;
  if (tool === 'cargo-deny') return { ...element, text: denyElement(id, answer), reason: 'manifest' };
  const { text } = document;
  const [, comma, , rest] = /^(\s*,?)([ \t]*)([^\r\n]*)/.exec(text.slice(element.end)) ?? ['', '', '', ''];
  const comment = ` # ${printAnswer(answer)}`;
  const from = element.end + comma!.length;
  const end = from + /^[ \t]*/.exec(text.slice(from))![0].length;
  if (rest === '' || rest!.startsWith('#'))
    return { start: from, end: end + rest!.length, text: comment, reason: 'manifest' };
  // What stands behind it on the line goes to a line of its own, or the comment would be its.
  const next = rest!.startsWith(']') ? newline : `${newline}    `;
  return {
    start: element.end,
    end,
    text: `${comma!.trim() === '' ? ',' : comma}${comment}${next}`,
    reason: 'manifest',
  };
}

/** New elements at the end of the array, each on a line of its own; the table and the key where they are missing. */
function inserted(document: TomlDocument, tool: string, missing: readonly Sidecar[], newline: string): Edit {
  const rows = missing.map(({ id, answer }) => `    ${row(tool, id, answer)}${newline}`).join('');
  const array = document.pair(IGNORE)?.value;
  if (array) return intoArray(document, document.elements(IGNORE), array, rows, newline);
  const inline = document.pair(['advisories'])?.value;
  if (inline) return intoInline(document, inline, `ignore = [${newline}${rows}]`);
  const header = document.table(['advisories']);
  const key = `ignore = [${newline}${rows}]${newline}`;
  if (!header) return appended(document.text, `[advisories]\n${key}`, newline);
  const end = document.text.indexOf('\n', header.start);
  const offset = end === -1 ? document.text.length : end + 1;
  return { start: offset, end: offset, text: `${end === -1 ? newline : ''}${key}`, reason: 'manifest' };
}

/** `advisories.ignore = […]` in front of all tables, for a file that has the table as dotted keys. */
function dotted(document: TomlDocument, tool: string, missing: readonly Sidecar[], newline: string): Edit {
  const rows = missing.map(({ id, answer }) => `    ${row(tool, id, answer)}${newline}`).join('');
  const offset = document.text.startsWith('\ufeff') ? 1 : 0;
  return { start: offset, end: offset, text: `advisories.ignore = [${newline}${rows}]${newline}`, reason: 'manifest' };
}

function intoArray(
  { text }: TomlDocument,
  elements: readonly Range[] | null,
  array: Range,
  rows: string,
  newline: string,
): Edit {
  const last = elements?.at(-1);
  const close = array.end - 1;
  if (!last) return { start: array.start, end: array.end, text: `[${newline}${rows}]`, reason: 'manifest' };
  const between = text.slice(last.end, close);
  const comma = /^\s*,/.test(between) ? '' : ',';
  const lineStart = text.lastIndexOf('\n', close - 1) + 1;
  // The bracket on a line of its own: rows go above it; a comma goes right behind the last element.
  if (text.slice(lineStart, close).trim() === '' && lineStart > last.end) {
    const kept = text.slice(last.end, lineStart);
    return { start: last.end, end: lineStart, text: `${comma}${kept}${rows}`, reason: 'manifest' };
  }
  return { start: last.end, end: close, text: `${comma}${between.trimEnd()}${newline}${rows}`, reason: 'manifest' };
}

/** Another key in front of the brace that closes the table. */
function intoInline({ text }: TomlDocument, table: Range, pair: string): Edit {
  const inner = text.slice(table.start + 1, table.end - 1).trimEnd();
  const offset = table.start + 1 + inner.length;
  return { start: offset, end: table.end - 1, text: `${inner.trim() === '' ? '' : ','} ${pair} `, reason: 'manifest' };
}

function appended(text: string, table: string, newline: string): Edit {
  const lead = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  const offset = text.length;
  return { start: offset, end: offset, text: `${lead}${table}`.replace(/\r?\n/g, newline), reason: 'manifest' };
}

const row = (tool: string, id: string, answer: Answer): string =>
  tool === 'cargo-deny' ? `${denyElement(id, answer)},` : `${JSON.stringify(id)}, # ${printAnswer(answer)}`;

const denyElement = (id: string, answer: Answer): string =>
  `{ ${id.includes('@') ? 'crate' : 'id'} = ${JSON.stringify(id)}, reason = ${JSON.stringify(printAnswer(answer))} }`;

/** A table behind the last line, or an element of the array where the file has one. */
function osvInserted(document: TomlDocument, _tool: string, missing: readonly Sidecar[], newline: string): Edit {
  const array = document.pair(['IgnoredVulns'])?.value;
  if (!array) return appended(document.text, missing.map(osvTable).join('\n'), newline);
  const rows = missing.map((one) => `    { ${osvPairs(one).join(', ')} },${newline}`).join('');
  return intoArray(document, document.elements(['IgnoredVulns']), array, rows, newline);
}

/** Texts and days of an entry, where they stand. */
function osvRestated(document: TomlDocument, sidecar: Sidecar, newline: string): Edit[] {
  const inline = document
    .elements(['IgnoredVulns'])
    ?.find(({ start, end }) => document.text.slice(start, end).includes(`"${sidecar.id}"`));
  if (inline) return [{ ...inline, text: `{ ${osvPairs(sidecar).join(', ')} }`, reason: 'manifest' }];
  const table = tableOf(document, sidecar.id);
  if (table === null) return [];
  const key = (name: string) => document.pair(['IgnoredVulns', String(table), name]);
  const id = key('id')!;
  const lineEnd = (offset: number): number => {
    const found = document.text.indexOf('\n', offset);
    return found === -1 ? document.text.length : found + 1;
  };
  const pairs = new Map(osvPairs(sidecar).map((pair) => [pair.slice(0, pair.indexOf(' ')), pair]));
  const added = ['ignoreUntil', 'reason'].flatMap((name) => (key(name) ? [] : (pairs.get(name) ?? [])));
  const present = ['ignoreUntil', 'reason'].flatMap((name): Edit[] => {
    const known = key(name);
    if (!known) return [];
    const wanted = pairs.get(name);
    if (wanted !== undefined) return [{ ...known.pair, text: wanted, reason: 'manifest' }];
    return [{ start: known.pair.start, end: lineEnd(known.pair.end), text: '', reason: 'manifest' }];
  });
  const rows = added.map((pair) => `${newline}${pair}`).join('');
  return rows === '' ? present : [...present, { start: id.pair.end, end: id.pair.end, text: rows, reason: 'manifest' }];
}

/** Index of the table that has the id. */
function tableOf(document: TomlDocument, id: string): number | null {
  for (let i = 0; ; i++) {
    const found = document.pair(['IgnoredVulns', String(i), 'id']);
    if (!found) return null;
    if (/["']([^"']*)/.exec(document.text.slice(found.value.start, found.value.end))?.[1] === id) return i;
  }
}

const osvPairs = ({ id, answer }: Sidecar): string[] => [
  `id = ${JSON.stringify(id)}`,
  ...(answer.expires === null ? [] : [`ignoreUntil = ${answer.expires}T00:00:00Z`]),
  `reason = ${JSON.stringify(printAnswer({ ...answer, expires: null }))}`,
];

const osvTable = (sidecar: Sidecar): string => ['[[IgnoredVulns]]', ...osvPairs(sidecar), ''].join('\n');
