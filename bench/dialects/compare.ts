import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { measureDialect } from '../../analyzers/complexity/dialects/measure-dialect.ts';
import type { DialectId } from '../../analyzers/complexity/dialects/table.ts';
import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import { grammarOf } from '../../src/languages/language.ts';
import { parse } from '../../src/languages/parse.ts';
import { childByField, kindOf, type Syntax } from '../../src/languages/syntax.ts';
import type { Told } from './told.ts';

export interface Difference {
  readonly dialect: DialectId;
  readonly place: string;
  readonly name: string;
  readonly metric: string;
  /** What the tool says, and what we say; null where we know no such function. */
  readonly theirs: number;
  readonly ours: number | null;
  /** Our tree of the file has syntax errors. */
  readonly partial: boolean;
}

export interface Compared {
  readonly dialect: DialectId;
  readonly where: string;
  readonly functions: number;
  readonly equal: number;
  readonly differences: readonly Difference[];
}

interface Ours {
  readonly values: ReadonlyMap<string, readonly number[]>;
  readonly partial: boolean;
  /** Lines of functions that hold a macro or are closures: out of clippy's comparison. */
  readonly left: ReadonlySet<number>;
}

/** The tool's values beside ours, function by function: by file, line and metric. */
export function compare(dialect: DialectId, root: string, where: string, told: readonly Told[]): Compared {
  const files = new Map<string, Ours>();
  const differences: Difference[] = [];
  let functions = 0;
  for (const { path, line, name, metric, value } of told) {
    const ours = files.get(path) ?? measureFile(path, dialect);
    files.set(path, ours);
    if (dialect === 'clippy' && ours.left.has(line)) continue;
    functions += 1;
    // Several functions of one line are told apart by nothing: any of them may be meant.
    const values = ours.values.get(`${metric} ${line}`) ?? [];
    if (values.includes(value)) continue;
    const place = `${where}/${relative(root, path)}:${line}`;
    differences.push({ dialect, place, name, metric, theirs: value, ours: values[0] ?? null, partial: ours.partial });
  }
  return { dialect, where, functions, equal: functions - differences.length, differences };
}

function measureFile(path: string, dialect: DialectId): Ours {
  const grammar = grammarOf(path);
  if (grammar === null) return { values: new Map(), partial: false, left: new Set() };
  const syntax = parse(readFileSync(path, 'utf8'), grammar);
  const values = new Map<string, number[]>();
  for (const { metric, line, value } of measureDialect(syntax, dialect)) {
    const key = `${metric} ${line}`;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return { values, partial: syntax.errors.length > 0, left: dialect === 'clippy' ? withMacros(syntax) : new Set() };
}

function withMacros(syntax: Syntax): Set<number> {
  const starts = lineStartsOf(syntax.text);
  const left = new Set<number>();
  const open: { readonly end: number; readonly line: number }[] = [];
  for (let node = 0; node < syntax.size; node++) {
    while (open.length > 0 && open.at(-1)!.end <= node) open.pop();
    const kind = kindOf(syntax, node);
    const line = lineAt(starts, syntax.start[node]!);
    if (kind === 'closure_expression') left.add(line);
    else if (kind === 'macro_invocation' || kind === 'macro_definition') for (const each of open) left.add(each.line);
    if (kind !== 'function_item') continue;
    const name = childByField(syntax, node, 'name');
    open.push({ end: syntax.after[node]!, line: lineAt(starts, syntax.start[name]!) });
  }
  return left;
}
