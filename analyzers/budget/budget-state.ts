import type { BudgetException, BudgetRule } from '../../src/config/config.ts';
import type { View } from '../../src/workspace/view.ts';
import { type Entity, type Entry, keyOfEntity, pathOf } from './entity.ts';
import { ceilingsOf, type Entities } from './find-entities.ts';
import { type Match, matchEntries } from './match-entries.ts';

/** One entity over its ceiling and what excuses it. */
export interface Case extends Match {
  readonly exception: BudgetException | null;
  /** The value up to which it passes. */
  readonly allowed: number;
  readonly ceiling: number;
}

export interface BudgetState {
  readonly entities: Entities;
  readonly ceilings: Readonly<Record<BudgetRule, number | null>>;
  readonly exceptions: readonly BudgetException[];
  /** In the order of the view. */
  readonly cases: readonly Case[];
  /** Entries that no entity over its ceiling continues under its name or elsewhere. */
  readonly spare: readonly Entry[];
  /** Entries that an exception replaces, or of an exception that is gone. */
  readonly idle: readonly Entry[];
  /** Exceptions that nothing over its ceiling needs. */
  readonly unused: readonly BudgetException[];
  /** Entries of files that could not be measured, or that this run leaves out: unknown. */
  readonly unknown: readonly Entry[];
}

/**
 * Everything that `check`, `baseline` and a split need.
 * @param scope paths that are looked at, or null for all
 */
export function budgetState(
  view: View,
  entities: Entities,
  entries: readonly Entry[],
  scope: ReadonlySet<string> | null = null,
): BudgetState {
  const { exceptions } = view.config.budget;
  const ceilings = ceilingsOf(view);
  const failed = new Set(entities.failed.map(({ path }) => path));
  const isKnown = (path: string): boolean => !failed.has(path) && (scope === null || scope.has(path));
  const byKey = new Map(exceptions.map((exception) => [keyOfException(exception), exception]));
  const partial = new Set(entities.partial.map(({ path }) => path));
  // A function that is not seen in a file that was read in part may still be there.
  const isUnseen = (entry: Entry): boolean =>
    entry.rule === 'function-cognitive' && partial.has(pathOf(entry.name)) && !entities.byKey.has(keyOfEntity(entry));
  const wanted = entries.filter((entry) => isKnown(pathOf(entry.name)) && !isUnseen(entry));
  const live = wanted.filter((entry) => entry.excepted === byKey.has(keyOfEntity(entry)));
  const over = entities.all.filter((entity) => entity.value > (ceilings[entity.rule] ?? Number.POSITIVE_INFINITY));
  const cases = matchEntries(over, live, entities).map((match) => caseOf(match, ceilings[match.entity.rule]!, byKey));
  const used = new Set(cases.flatMap(({ entry, how }) => (entry && how !== 'inherited' ? [entry] : [])));
  const excused = new Set(cases.flatMap(({ exception, how }) => (exception && how !== 'inherited' ? [exception] : [])));
  return {
    entities,
    ceilings,
    exceptions,
    cases,
    spare: live.filter((entry) => !used.has(entry)),
    idle: wanted.filter((entry) => !live.includes(entry)),
    unused: exceptions.filter((exception) => !excused.has(exception) && isKnown(exception.path)),
    unknown: entries.filter((entry) => !wanted.includes(entry)),
  };
}

function caseOf(match: Match, ceiling: number, byKey: ReadonlyMap<string, BudgetException>): Case {
  const { entity, entry, how } = match;
  const exception =
    byKey.get(keyOfEntity(entity)) ?? (entry?.excepted ? byKey.get(keyOfEntity(entry)) : undefined) ?? null;
  return { ...match, exception, ceiling, allowed: allowedOf(entity, entry, how, exception, ceiling) };
}

function allowedOf(
  entity: Entity,
  entry: Entry | null,
  how: Match['how'],
  exception: BudgetException | null,
  ceiling: number,
): number {
  if (how === 'moved' || how === 'inherited') return entity.value;
  if (exception) return exception.value;
  return entry?.value ?? ceiling;
}

export const keyOfException = ({ rule, path, symbol }: BudgetException): string =>
  keyOfEntity({ rule, name: symbol === null ? path : `${path}#${symbol}` });
