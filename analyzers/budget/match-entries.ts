import { BUDGET_RULES, type BudgetRule } from '../../src/config/config.ts';
import { by } from '../../src/core/compare.ts';
import { type Entity, type Entry, keyOfEntity, symbolOf } from './entity.ts';
import type { Entities } from './find-entities.ts';
import {
  type Identity,
  isVerbatim,
  keyOf,
  linesOf,
  minus,
  type Piece,
  weightOf,
  without,
} from './identity/identity.ts';

/** An entity over its ceiling, and the entry that allows it. */
export interface Match {
  readonly entity: Entity;
  readonly entry: Entry | null;
  /**
   * `named`: the entry's value is the limit. `moved`: the same pieces under another name. `inherited`: all its pieces left the entry's
   * entity, which has lost as many lines. `new`: the ceiling is the limit.
   */
  readonly how: 'named' | 'moved' | 'inherited' | 'new';
}

/**
 * Finds for each entity over its ceiling the one entry that it continues. Content goes before name: where a text moved away and another
 * took its place, the entry follows the text. One entry never covers two entities whole.
 */
export function matchEntries(over: readonly Entity[], entries: readonly Entry[], now: Entities): Match[] {
  const found = new Map<Entity, Match>();
  for (const rule of BUDGET_RULES) {
    const ofRule = over.filter((entity) => entity.rule === rule).sort(by(({ name }) => name));
    const known = entries.filter((entry) => entry.rule === rule).sort(by(({ name }) => name));
    if (ofRule.length > 0 && known.length > 0) matchRule(rule, ofRule, known, now, found);
  }
  return over.map((entity) => found.get(entity) ?? { entity, entry: null, how: 'new' });
}

function matchRule(
  rule: BudgetRule,
  ofRule: readonly Entity[],
  known: readonly Entry[],
  now: Entities,
  found: Map<Entity, Match>,
): void {
  const taken = new Set<Entry>();
  const take = (how: 'named' | 'moved', pick: (entity: Entity) => Entry | undefined): void => {
    for (const entity of ofRule) {
      const entry = found.has(entity) ? undefined : pick(entity);
      if (!entry) continue;
      found.set(entity, { entity, entry, how });
      taken.add(entry);
    }
  };
  const byName = new Map(known.map((entry) => [entry.name, entry]));
  const byPieces = groupBy(known, ({ identity }) => keyOf(identity));
  const open = (entry: Entry | undefined): Entry | undefined => (entry && !taken.has(entry) ? entry : undefined);
  const sameContent = (entity: Entity, entry: Entry): boolean => keyOf(entity.identity()) === keyOf(entry.identity);

  take('named', (entity) => {
    const entry = open(byName.get(entity.name));
    return entry && sameContent(entity, entry) ? entry : undefined;
  });
  take('moved', (entity) => {
    const identity = entity.identity();
    if (identity.pieces.length === 0) return undefined;
    return byPieces.get(keyOf(identity))?.find((entry) => open(entry) && isMove(rule, entity, entry));
  });
  take('named', (entity) => open(byName.get(entity.name)));
  if (rule === 'function-cognitive') take('named', onlyNamesake(ofRule, known, now, found, taken));
  else inherit(ofRule, known, now, found);
}

const isMove = (rule: BudgetRule, entity: Entity, entry: Entry): boolean =>
  rule === 'function-cognitive' ? entity.value <= entry.value : isVerbatim(entity.identity(), entry.identity);

/** A function that went to another file and was edited there: its symbol must be the only one left on both sides, and gone where it was. */
function onlyNamesake(
  ofRule: readonly Entity[],
  known: readonly Entry[],
  now: Entities,
  found: ReadonlyMap<Entity, Match>,
  taken: ReadonlySet<Entry>,
): (entity: Entity) => Entry | undefined {
  const entities = groupBy(
    ofRule.filter((entity) => !found.has(entity)),
    ({ symbol }) => symbol ?? '',
  );
  const entries = groupBy(
    known.filter((entry) => !taken.has(entry) && !now.byKey.has(keyOfEntity(entry))),
    ({ name }) => symbolOf(name) ?? '',
  );
  return ({ symbol }) => {
    const candidates = entries.get(symbol ?? '') ?? [];
    return candidates.length === 1 && entities.get(symbol ?? '')?.length === 1 ? candidates[0] : undefined;
  };
}

interface Pool {
  readonly entry: Entry;
  pieces: readonly Piece[];
  /** Lines that the entry's entity has lost and no heir has taken. */
  lines: number;
}

/** Parts of a split: every piece came out of one entry, and no line was added to what stayed. */
function inherit(ofRule: readonly Entity[], known: readonly Entry[], now: Entities, found: Map<Entity, Match>): void {
  const heirs = ofRule.filter((entity) => !found.has(entity));
  if (heirs.length === 0) return;
  const moved = new Set([...found.values()].flatMap(({ entry, how }) => (how === 'moved' && entry ? [entry] : [])));
  const pools = known.filter((entry) => !moved.has(entry)).map((entry) => poolOf(entry, now));
  for (const entity of heirs) {
    const identity = entity.identity();
    if (identity.pieces.length === 0) continue;
    const pool = pools.find((each) => drawFrom(each, identity));
    if (pool) found.set(entity, { entity, entry: pool.entry, how: 'inherited' });
  }
}

function poolOf(entry: Entry, now: Entities): Pool {
  const present: Identity = now.byKey.get(keyOfEntity(entry))?.identity() ?? { pieces: [], loose: 0 };
  return {
    entry,
    pieces: minus(entry.identity.pieces, present.pieces),
    lines: weightOf(entry.identity) - weightOf(present),
  };
}

/** Takes the pieces out of the pool if it has them all, with no more lines than they had. */
function drawFrom(pool: Pool, { pieces, loose }: Identity): boolean {
  const left = without(pool.pieces, pieces);
  const lines = linesOf(pieces);
  if (left === null || loose > pool.entry.identity.loose) return false;
  if (lines > linesOf(pool.pieces) - linesOf(left) || lines > pool.lines) return false;
  pool.pieces = left;
  pool.lines -= lines;
  return true;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
