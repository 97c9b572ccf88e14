import { type Lacking, lackingEntries } from '../../../analyzers/dependency-policy/expected-entries.ts';
import { type Answer, printAnswer } from '../../../analyzers/dependency-policy/ignored.ts';
import { readPolicy, type Sidecar } from '../../../analyzers/dependency-policy/read-policy.ts';
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
  title: 'Bring deny.toml, audit.toml and osv-scanner.toml in step with the list of exceptions',
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
  const document = tomlDocument(text);
  if (document === null) return [];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (tool === 'osv-scanner')
    return missing.length === 0 ? [] : [appended(text, missing.map(osvTable).join('\n'), newline)];
  const restated = stale.flatMap(({ sidecar }) => restate(document, tool, sidecar) ?? []);
  return missing.length === 0
    ? restated
    : [...restated, inserted(document, tool, missing, newline)].sort((a, b) => a.start - b.start);
}

/** The element that names the id, written anew. */
function restate(document: TomlDocument, tool: string, { id, answer }: Sidecar): Edit | null {
  const element = document
    .elements(IGNORE)
    ?.find(({ start, end }) => document.text.slice(start, end).includes(`"${id}"`));
  if (!element) return null;
  if (tool === 'cargo-deny') return { ...element, text: denyElement(id, answer), reason: 'manifest' };
  const { text } = document;
  const newline = text.indexOf('\n', element.end);
  const lineEnd = newline === -1 ? text.length : newline;
  const [, comma, rest] = /^(\s*,?)([^\r\n]*)/.exec(text.slice(element.end, lineEnd)) ?? ['', '', ''];
  // Only a comment may be replaced: another element on the same line keeps it from being this one's.
  if (rest!.trim() !== '' && !rest!.trim().startsWith('#')) return null;
  const from = element.end + comma!.length;
  return { start: from, end: from + rest!.length, text: ` # ${printAnswer(answer)}`, reason: 'manifest' };
}

/** New elements at the end of the array, each on a line of its own; the table and the key where they are missing. */
function inserted(document: TomlDocument, tool: string, missing: readonly Sidecar[], newline: string): Edit {
  const rows = missing.map(({ id, answer }) => `    ${row(tool, id, answer)}${newline}`).join('');
  const array = document.pair(IGNORE)?.value;
  if (array) return intoArray(document, array, rows, newline);
  const header = document.table(['advisories']);
  const key = `ignore = [${newline}${rows}]${newline}`;
  if (!header) return appended(document.text, `[advisories]\n${key}`, newline);
  const end = document.text.indexOf('\n', header.start);
  const at = end === -1 ? document.text.length : end + 1;
  return { start: at, end: at, text: `${end === -1 ? newline : ''}${key}`, reason: 'manifest' };
}

function intoArray(document: TomlDocument, array: Range, rows: string, newline: string): Edit {
  const { text } = document;
  const last = document.elements(IGNORE)?.at(-1);
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

function appended(text: string, table: string, newline: string): Edit {
  const lead = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  const at = text.length;
  return { start: at, end: at, text: `${lead}${table}`.replace(/\r?\n/g, newline), reason: 'manifest' };
}

const row = (tool: string, id: string, answer: Answer): string =>
  tool === 'cargo-deny' ? `${denyElement(id, answer)},` : `${JSON.stringify(id)}, # ${printAnswer(answer)}`;

const denyElement = (id: string, answer: Answer): string =>
  `{ ${id.includes('@') ? 'crate' : 'id'} = ${JSON.stringify(id)}, reason = ${JSON.stringify(printAnswer(answer))} }`;

const osvTable = ({ id, answer }: Sidecar): string =>
  [
    '[[IgnoredVulns]]',
    `id = ${JSON.stringify(id)}`,
    ...(answer.expires === null ? [] : [`ignoreUntil = ${answer.expires}T00:00:00Z`]),
    `reason = ${JSON.stringify(printAnswer({ ...answer, expires: null }))}`,
    '',
  ].join('\n');
