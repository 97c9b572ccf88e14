import { parse as parseToml, TomlDate } from 'smol-toml';
import { stringAt, type Table, tableAt, tablesAt } from '../../src/workspace/manifest-files.ts';
import type { View } from '../../src/workspace/view.ts';
import { type Answer, type Ignored, mergeAnswers, NO_ANSWER, parseAnswer, type Tool } from './ignored.ts';

/** A file of exceptions that cannot be read. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export type Read = { readonly ignored: readonly Ignored[] } | { readonly unreadable: Unreadable };

/** deny.toml, .cargo/audit.toml and osv-scanner.toml by their own keys; comments beside an entry may answer for it. */
export function readTomlIgnores(view: View, path: string, tool: Tool): Read {
  const text = view.text(path).replace(/^\ufeff/, '');
  let table: Table;
  try {
    table = parseToml(text);
  } catch (error) {
    return { unreadable: { path, reason: (error as Error).message.split('\n')[0]! } };
  }
  const entries = tool === 'osv-scanner' ? osvEntries(table) : listEntries(table);
  const lines = text.split(/\r?\n/);
  const taken = new Set<number>();
  return {
    ignored: entries.map(({ id, answer }) => {
      const line = lineOf(lines, id, taken);
      return { tool, id, path, line: line + 1, answer: mergeAnswers(answer, commentAt(lines, line)) };
    }),
  };
}

interface Entry {
  readonly id: string;
  readonly answer: Answer;
}

/** `ignore = ["ID", { id = "ID", reason = "…" }, { crate = "x@1", reason = "…" }]` of cargo-deny and cargo-audit. */
function listEntries(table: Table): Entry[] {
  const list = tableAt(table, 'advisories')?.ignore;
  if (!Array.isArray(list)) return [];
  return list.flatMap((one): Entry[] => {
    if (typeof one === 'string') return [{ id: one, answer: NO_ANSWER }];
    const spec = tableAt({ one }, 'one');
    const id = stringAt(spec, 'id') ?? stringAt(spec, 'crate');
    return id === null ? [] : [{ id, answer: parseAnswer(stringAt(spec, 'reason')) }];
  });
}

const osvEntries = (table: Table): Entry[] =>
  tablesAt(table, 'IgnoredVulns').flatMap((one): Entry[] => {
    const id = stringAt(one, 'id');
    const until = one.ignoreUntil;
    const expires = until instanceof TomlDate ? until.toISOString().slice(0, 10) : null;
    return id === null
      ? []
      : [{ id, answer: mergeAnswers(parseAnswer(stringAt(one, 'reason')), { ...NO_ANSWER, expires }) }];
  });

/** Index of the first line that has not been given yet and names the entry. */
function lineOf(lines: readonly string[], id: string, taken: Set<number>): number {
  const index = lines.findIndex((line, i) => !taken.has(i) && line.replace(/#.*$/, '').includes(`"${id}"`));
  const found = index === -1 ? lines.findIndex((line) => line.includes(id)) : index;
  taken.add(found);
  return Math.max(0, found);
}

/** The comment at the end of the line, else comment lines right above it. Without a part that answers it is a remark. */
function commentAt(lines: readonly string[], offset: number): Answer {
  const comment = /#\s*(.*)$/.exec(lines[offset] ?? '')?.[1];
  const above: string[] = [];
  for (let i = offset - 1; i >= 0 && /^\s*#/.test(lines[i]!); i--) above.unshift(lines[i]!.replace(/^\s*#\s?/, ''));
  return mergeAnswers(parseAnswer(comment ?? null), parseAnswer(above.length === 0 ? null : above.join(' ')));
}
