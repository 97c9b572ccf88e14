import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { commentPaths } from '../../../src/languages/javascript/comment-paths.ts';
import { kindOf, textOf } from '../../../src/languages/syntax.ts';
import { refuse } from '../../refuse.ts';
import { importUnit, printImport } from '../split-module/print-imports.ts';
import type { Specifier } from '../split-module/read-module.ts';
import type { Source } from '../split-module/source.ts';
import type { Style } from '../split-module/style.ts';
import { type Family, type Member, passesOn, seenFrom } from './read-family.ts';

/** Local names that the joined file imports: where from, as what, and whether only as a type. */
export type Bound = Map<string, { readonly what: string; readonly typeOnly: boolean }>;

/** What the facade imports from outside of the family. */
export function boundIn({ links, members }: Family): Bound {
  const parts = new Set(members.map(({ source }) => source.path));
  const outside = links.imports.filter(({ to }) => !parts.has(to));
  return new Map(
    outside.flatMap(({ to, specifiers }) =>
      specifiers.map(
        ({ local, other, form, typeOnly }) => [local, { what: `${to} ${form} ${other}`, typeOnly }] as const,
      ),
    ),
  );
}

/** A part as it stands in the facade. */
export interface Lifted {
  readonly imports: readonly string[];
  readonly body: string;
  readonly refusals: readonly Refusal[];
}

export function liftPart(
  family: Family,
  { source, links }: Member,
  bound: Bound,
  own: ReadonlySet<string>,
  style: Style,
): Lifted {
  const inside = new Set([family.facade.path, ...family.members.map((one) => one.source.path)]);
  const known = new Set(family.links.imports.map(({ to }) => to));
  const imports: string[] = [];
  const refusals: Refusal[] = [];
  for (const statement of links.imports.filter(({ to }) => !inside.has(to))) {
    const from = seenFrom(family.facade.path, source.path, statement.from);
    const kept = statement.specifiers.filter((one) => {
      const answer = isMissing(bound, own, statement.to, one);
      if (typeof answer !== 'string') return answer;
      refusals.push(refuse(source, 'M2', statement, answer, 'Rename one of the two imports first.'));
      return false;
    });
    const { start, end } = statement;
    if (kept.length > 0)
      imports.push(withComments(source, statement, printImport(source, style, statement, kept, from)));
    else if (statement.specifiers.length === 0 && !known.has(statement.to))
      imports.push(printBare(source, start, end, statement.source, from));
  }
  return { imports, body: bodyOf(family, source), refusals };
}

/** Whether the joined file still has to import a name, which it then does; a reason where it means something else there. */
function isMissing(bound: Bound, own: ReadonlySet<string>, to: string, one: Specifier): boolean | string {
  const { local, other, form, typeOnly } = one;
  const what = `${to} ${form} ${other}`;
  const known = bound.get(local);
  if (known?.what === what && (typeOnly || !known.typeOnly)) return false;
  if (known || own.has(local)) {
    const there = known ? known.what.replace(/ \w+ /, ': ') : 'its own';
    return `\`${local}\` is another one, or only a type, in the file that it goes back to (${there})`;
  }
  bound.set(local, { what, typeOnly });
  return true;
}

/** An import that comes along brings the comments that stand with it. */
function withComments(source: Source, statement: Range, line: string): string {
  const unit = importUnit(source, statement);
  if (!unit) return line;
  return `${source.text.slice(unit.start, statement.start).trimStart()}${line}${source.text.slice(statement.end, unit.end)}`;
}

function printBare({ text }: Source, start: number, end: number, source: Range, from: string): string {
  const quote = text[source.start]!;
  return `${text.slice(start, source.start)}${quote}${from}${quote}${text.slice(source.end, end)}`;
}

/** Modules that comments import types from, as the facade names them. */
function pointedFrom(facade: Source, { path, syntax }: Source): (Range & { readonly put: string })[] {
  const comments = Array.from({ length: syntax.size }, (_, node) => node).filter(
    (node) => kindOf(syntax, node) === 'comment',
  );
  return comments.flatMap((node) =>
    commentPaths(textOf(syntax, node)).map(({ name, start, end }) => ({
      start: syntax.start[node]! + start,
      end: syntax.start[node]! + end,
      put: seenFrom(facade.path, path, name),
    })),
  );
}

/** The statements of a part without its imports; `export` stays on what the facade passes on. */
function bodyOf({ facade, links }: Family, source: Source): string {
  const { text, outline, pieces } = source;
  const head = text.slice(0, outline.header.end).trim();
  const cuts: Range[] = head === '' || facade.text.includes(head) ? [{ start: 0, end: outline.header.end }] : [];
  for (const { unit, cut } of pieces) {
    if (unit.kind === 'import' || unit.kind === 'directive') cuts.push(cut);
    const [word, isDefault] = /^export\s+(default\b)?/.exec(text.slice(unit.body.start, unit.body.end)) ?? [];
    if (word && !isDefault && !unit.defines.some(({ name }) => passesOn(links, source.path, name)))
      cuts.push({ start: unit.body.start, end: unit.body.start + word.length });
  }
  const edits = [...cuts.map((cut) => ({ ...cut, put: '' })), ...pointedFrom(facade, source)];
  let kept = '';
  let at = 0;
  for (const { start, end, put } of edits.sort((a, b) => a.start - b.start)) {
    if (start >= at) kept += text.slice(at, start) + put;
    at = Math.max(at, end);
  }
  return (kept + text.slice(at)).replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
}
