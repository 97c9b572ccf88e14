import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import type { ImportedName, PythonImport } from '../../../src/languages/python/read-imports.ts';
import { cutOf } from '../../cut-of.ts';
import { refuse } from '../../refuse.ts';
import { isIdentity } from './devices.ts';
import { guardsIn, leadsOf } from './read-family.ts';

/** Names that the joined file imports, each with what it is. */
export type Bound = Map<string, string>;

/** A part as it stands in the facade: imports that are not there yet, and its units. */
export interface Lifted {
  readonly imports: readonly string[];
  readonly body: string;
  readonly refusals: readonly Refusal[];
}

/** What a name of an import is: the same for two statements that mean the same. */
function meaningOf(
  { name: { package: home } }: Source,
  { kind, level, module }: PythonImport,
  one: ImportedName,
): [string, string] {
  if (kind === 'import') return [one.alias ?? one.name.split('.')[0]!, `${one.name}${one.alias === null ? '' : ' as'}`];
  return [one.alias ?? one.name, `${absoluteModule(level, module, home) ?? module} ${one.name}`];
}

const isTop = ({ scope, inTry, inIf }: PythonImport): boolean => scope === 'module' && !inTry && !inIf;

/** The names that a file imports at its top level. `import a.b` binds `a`, and loads more: each is its own. */
export function boundIn(source: Source, without: ReadonlySet<PythonImport>): Bound {
  const bound: Bound = new Map();
  for (const statement of source.imports)
    if (isTop(statement) && !without.has(statement))
      for (const one of statement.names) bound.set(...keyed(meaningOf(source, statement, one)));
  return bound;
}

/** Several `import a.x` bind one name. */
const keyed = ([name, what]: [string, string]): [string, string] =>
  what.includes('.') && !what.includes(' ') ? [`${name} by ${what}`, what] : [name, what];

export function liftPart(source: Source, family: ReadonlySet<string>, bound: Bound, own: ReadonlySet<string>): Lifted {
  const { text, outline } = source;
  const inner = new Set(leadsOf(source, family).map(({ statement }) => statement));
  const guards = guardsIn(source, family);
  const importOf = (unit: Unit): PythonImport | undefined =>
    source.imports.find(({ start, end }) => start === unit.body.start && end <= unit.end);
  const isLine = (unit: Unit): boolean => {
    const statement = importOf(unit);
    return (
      unit.kind === 'future-import' ||
      guards.includes(unit) ||
      isIdentity(source, unit) ||
      (statement !== undefined && inner.has(statement))
    );
  };
  const leading = outline.units.findIndex(
    (unit) => !isLine(unit) && unit.kind !== 'import' && unit.kind !== 'type-checking',
  );
  const head = leading === -1 ? outline.units : outline.units.slice(0, leading);
  const answers = head.flatMap((unit): ReturnType<typeof missing>[] => {
    const statement = importOf(unit);
    return unit.kind === 'import' && statement && !isLine(unit) ? [missing(source, statement, bound, own)] : [];
  });
  const goes = (unit: Unit): boolean =>
    isLine(unit) || (head.includes(unit) && (unit.kind === 'import' || isKnown(source, unit, bound)));
  const cuts = outline.units.flatMap((unit, i) =>
    goes(unit) ? [cutOf(text, unit, outline.units[i - 1]?.end ?? outline.header.end)] : [],
  );
  return {
    imports: answers.flatMap(({ line }) => line ?? []),
    body: without(text, [{ start: 0, end: outline.header.end }, ...cuts])
      .replace(/^(?:[ \t]*\r?\n)+/, '')
      .trimEnd(),
    refusals: answers.flatMap(({ refusal }) => refusal ?? []),
  };
}

/** An import of the part that only lines of the split's own read. */
function isNeeded(source: Source, { names, start }: PythonImport): boolean {
  const bound = new Set(names.map((one) => one.alias ?? one.name.split('.')[0]!));
  if (![...bound].every((name) => /^_sys_*$/.test(name))) return true;
  return source.outline.units.some(
    (unit) => unit.start > start && unit.uses.some(({ name }) => bound.has(name)) && !isIdentity(source, unit),
  );
}

/** The names of an import that the joined file does not have yet. */
function missing(
  source: Source,
  statement: PythonImport,
  bound: Bound,
  own: ReadonlySet<string>,
): { line: string | null; refusal: Refusal | null } {
  const { text } = source;
  if (!isNeeded(source, statement)) return { line: null, refusal: null };
  const names: ImportedName[] = [];
  for (const one of statement.names) {
    const [name, what] = keyed(meaningOf(source, statement, one));
    const known = bound.get(name);
    if (known === what) continue;
    if (known !== undefined || own.has(name))
      return {
        line: null,
        refusal: refuse(
          source,
          'M2',
          statement,
          `\`${name}\` is ${what} here, and ${known ?? 'a name of the file'} in the file that it goes back to`,
          'Rename one of the two imports first.',
        ),
      };
    bound.set(name, what);
    names.push(one);
  }
  if (statement.star) return { line: text.slice(statement.start, statement.end), refusal: null };
  if (names.length === 0) return { line: null, refusal: null };
  if (names.length === statement.names.length)
    return { line: text.slice(statement.start, statement.end), refusal: null };
  const list = names.map((one) => text.slice(one.start, one.end)).join(', ');
  const head = statement.from ? `from ${text.slice(statement.from.start, statement.from.end)} import` : 'import';
  return { line: `${head} ${list}`, refusal: null };
}

/** All that a block for type checkers imports is imported in the joined file already. */
function isKnown(source: Source, unit: Unit, bound: Bound): boolean {
  const inside = source.imports.filter(({ start, end }) => unit.start <= start && end <= unit.end);
  return inside.every((statement) =>
    statement.names.every((one) => {
      const [name, what] = keyed(meaningOf(source, statement, one));
      return bound.get(name) === what;
    }),
  );
}

function without(text: string, cuts: readonly Range[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    if (start > at) kept += text.slice(at, start);
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}
