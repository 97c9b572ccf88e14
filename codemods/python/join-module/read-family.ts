import { nameOf, readSource, type Source } from '../../../analyzers/readings/python/source.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { isGuardedImport } from '../../../src/languages/python/guarded-import.ts';
import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import type { ImportedName, PythonImport } from '../../../src/languages/python/read-imports.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from '../../refuse.ts';

/** An import statement that leads to a module of the family, with the names that it takes; null for the module itself. */
export interface Lead {
  readonly statement: PythonImport;
  readonly to: string;
  readonly names: readonly ImportedName[] | null;
}

/** What each name of an import leads to, by the dotted names of modules. */
export function leadsOf({ imports, name }: Pick<Source, 'imports' | 'name'>, modules: ReadonlySet<string>): Lead[] {
  return imports.flatMap((statement): Lead[] => {
    if (statement.kind === 'future') return [];
    if (statement.kind === 'import')
      return statement.names
        .filter((one) => modules.has(one.name))
        .map((one) => ({ statement, to: one.name, names: null }));
    const from = absoluteModule(statement.level, statement.module, name.package) ?? '';
    if (modules.has(from)) return [{ statement, to: from, names: statement.names }];
    return statement.names
      .map((one) => (from === '' ? one.name : `${from}.${one.name}`))
      .filter((dotted) => modules.has(dotted))
      .map((to) => ({ statement, to, names: null }));
  });
}

/** Private modules beside the facade or in its package that it imports, directly or through one another: what a split makes. */
export function partsIn(view: View, path: string): string[] {
  const facade = readSource(view, path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const near = new Map(
    view.files
      .filter((file) => /^_[^/]*\.py$/.test(file.path.slice(folder.length)) && file.path.startsWith(folder))
      .filter((file) => file.path !== path && file.state === 'text' && !/\/?__\w+__\.py$/.test(file.path))
      .map((file) => [nameOf(view, file.path).dotted, file.path]),
  );
  const found = new Set<string>();
  const open = [facade];
  for (let source = open.pop(); source; source = open.pop())
    for (const { to } of leadsOf(source, new Set(near.keys()))) {
      if (found.has(to)) continue;
      found.add(to);
      open.push(readSource(view, near.get(to)!));
    }
  return [...found].map((dotted) => near.get(dotted)!).sort();
}

export interface Family {
  readonly facade: Source;
  /** In the order in which they are loaded. */
  readonly members: readonly Member[];
  /** Parts of the facade that stay. */
  readonly others: readonly string[];
}

export interface Member {
  readonly source: Source;
  /** The statement of the facade that loads it first. */
  readonly at: PythonImport;
}

/** The parts in the order in which the facade's imports load them, or why they cannot go back. */
export function readFamily(view: View, path: string, parts: readonly string[]): Family | Refusal[] {
  const facade = readSource(view, path);
  const sources = new Map(parts.map((part) => [nameOf(view, part).dotted, readSource(view, part)]));
  const all = new Set(sources.keys());
  const members: Member[] = [];
  const loaded = new Set<string>();
  const load = (dotted: string, at: PythonImport): void => {
    if (loaded.has(dotted)) return;
    loaded.add(dotted);
    const source = sources.get(dotted)!;
    for (const { to, statement } of leadsOf(source, all)) if (statement.scope === 'module') load(to, at);
    members.push({ source, at });
  };
  for (const { to, statement } of leadsOf(facade, all)) if (isPlain(statement)) load(to, statement);
  const lost = [...all].find((dotted) => !loaded.has(dotted));
  if (lost === undefined) return { facade, members, others: partsIn(view, path).filter((one) => !parts.includes(one)) };
  const { path: other } = sources.get(lost)!;
  return [
    refuse(
      { path: other },
      'P2',
      { start: 0, end: 0 },
      `${path} does not load it at its top level`,
      'Name a part of that file.',
    ),
  ];
}

/** It runs whenever the module does. */
export const isPlain = ({ scope, typeChecking, inTry, inIf }: PythonImport): boolean =>
  scope === 'module' && !typeChecking && !inTry && !inIf;

/** The statement by which a file passes on what one of these modules binds on some paths only; undefined where it is none. */
export const guardOf = (source: Source, { start, end }: PythonImport): Unit | undefined =>
  source.outline.units.find(
    ({ body }) => body.start < start && end <= body.end && isGuardedImport(source.text.slice(body.start, body.end)),
  );

/** All such statements of a file. */
export const guardsIn = (source: Source, modules: ReadonlySet<string>): Unit[] =>
  leadsOf(source, modules).flatMap(({ statement }) => guardOf(source, statement) ?? []);

/** In a block of a facade that imports names of its parts for type checkers: `if _typing.TYPE_CHECKING:`. */
export const isForCheckers = ({ outline, text }: Source, { start, end, typeChecking }: PythonImport): boolean =>
  typeChecking &&
  outline.units.some((unit) => unit.start <= start && end <= unit.end && CHECKING.test(text.slice(unit.body.start)));

const CHECKING = /^if _typing_*\.TYPE_CHECKING:/;
