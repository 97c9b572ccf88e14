import type { Range } from '../../../src/core/range.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { FOR_A_LINE } from '../../../src/languages/javascript/tool-comments.ts';
import { FACADE } from './assign.ts';
import type { Bindings } from './bindings.ts';
import type { Layout } from './layout.ts';
import { type Links, staysImported } from './module-links.ts';
import type { ImportStatement, Specifier } from './read-module.ts';
import type { Source } from './source.ts';
import { fromTail, nameList, type Style } from './style.ts';

/**
 * How an import of these names is written. `type`: it never loads the module. `inline`: all names are types, each marked by itself, as the
 * statement has it; whether that loads the module is for the project's compiler to say. `value`: the rest.
 */
export function formOf(statement: ImportStatement, kept: readonly Specifier[]): 'type' | 'inline' | 'value' {
  if (statement.typeOnly) return 'type';
  if (!kept.every(({ typeOnly }) => typeOnly)) return 'value';
  return statement.specifiers.every(({ typeOnly }) => typeOnly) ? 'inline' : 'type';
}

/** The import statement with some of its names only, in the file's layout. @param from the module name to write, without quotes */
export function printImport(
  source: Source,
  style: Style,
  statement: ImportStatement,
  kept: readonly Specifier[],
  from: string,
): string {
  if (source.form === 'commonjs') return printRequire(source, style, statement, kept, from);
  const { text } = source;
  const quote = text[statement.source.start]!;
  const tail = ` from ${quote}${from}${quote}${text.slice(statement.source.end, statement.end)}`;
  const written = ({ start, end }: Specifier): string => text.slice(start, end);
  const lead = kept
    .filter(({ form }) => form !== 'named')
    .map(written)
    .join(', ');
  const named = kept.filter(({ form }) => form === 'named');
  // Beside a value, `{ type A }` may load the module; alone it would be the first to do so.
  const onlyTypes = formOf(statement, kept) === 'type';
  const names = named.map(written).map((name) => (onlyTypes ? name.replace(/^type\s+/, '') : name));
  return nameList(style, onlyTypes ? 'import type' : 'import', lead, names, tail);
}

/** A `require` with some of its names only. */
function printRequire(
  { text }: Source,
  style: Style,
  { start, end, source, specifiers }: ImportStatement,
  kept: readonly Specifier[],
  from: string,
): string {
  const quote = text[source.start]!;
  const literal = `${quote}${from}${quote}`;
  if (kept.length === specifiers.length)
    return `${text.slice(start, source.start)}${literal}${text.slice(source.end, end)}`;
  const word = /^\w+/.exec(text.slice(start))![0];
  const names = kept.map((one) => text.slice(one.start, one.end));
  return nameList(style, word, '', names, ` = require(${literal}${text.slice(source.end, end)}`);
}

/** The comments of an import: all of them where it leaves the facade, else those that direct a tool on the next line. */
function commentsAround(
  source: Source,
  statement: ImportStatement,
  leaves: boolean,
): { above: string; behind: string } {
  const unit = importUnit(source, statement);
  const above = unit ? source.text.slice(unit.start, statement.start).trimStart() : '';
  const behind = unit ? source.text.slice(statement.end, unit.end) : '';
  return leaves || FOR_A_LINE.test(above + behind) ? { above, behind } : { above: '', behind: '' };
}

/** The unit of a statement that stands alone in it. Where it ends without a semicolon, a comment behind it may count as its own. */
export const importUnit = (source: Source, { start }: Range): Unit | undefined =>
  source.pieces.find(({ unit, nodes }) => unit.body.start === start && nodes.length === 1)?.unit;

/** What printing an import needs. */
interface Printing {
  readonly source: Source;
  readonly bindings: Bindings;
  readonly links: Links;
  readonly layout: Layout;
  readonly style: Style;
}

/** The imports of one part: the file's own by use, then other parts by the order that they are loaded in, then the facade. */
export function partImports(
  part: number,
  { names, order }: { readonly names: readonly string[]; readonly order: readonly number[] },
  { source, bindings, links, layout, style }: Printing,
): string[] {
  const { imported, own } = links.needs.get(part)!;
  const lines: string[] = [];
  for (const statement of source.module.imports) {
    const kept = statement.specifiers.filter(({ local }) => imported.has(local));
    if (kept.length === 0) continue;
    const leaves = !statement.specifiers.some(({ local }) => staysImported(links, local));
    const { above, behind } = commentsAround(source, statement, leaves);
    lines.push(`${above}${printImport(source, style, statement, kept, layout.repoint(statement.from))}${behind}`);
  }
  for (const other of [...order, FACADE]) {
    const taken = own.get(other);
    if (taken)
      lines.push(
        ...takeNames(taken, other === FACADE ? layout.toFacade : layout.sibling(names[other]!), bindings, style),
      );
  }
  return lines;
}

/** Imports of names of the file itself from another of its modules: values, then types. */
export function takeNames(
  taken: ReadonlyMap<string, boolean>,
  from: string,
  { own }: Bindings,
  style: Style,
): string[] {
  const tail = fromTail(style, from);
  return [true, false].flatMap((value) => {
    const names = [...taken]
      .filter(([, one]) => one === value)
      .map(([name]) => name)
      .sort();
    const lead = names.find((name) => own.get(name)!.exported === 'default') ?? '';
    const rest = names.filter((name) => name !== lead);
    if (names.length === 0) return [];
    if (value) return [nameList(style, style.form === 'commonjs' ? 'const' : 'import', lead, rest, tail)];
    return [
      ...(lead === '' ? [] : [nameList(style, 'import type', lead, [], tail)]),
      ...(rest.length > 0 ? [nameList(style, 'import type', '', rest, tail)] : []),
    ];
  });
}
