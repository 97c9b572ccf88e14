import type { BudgetState, Case } from './budget-state.ts';
import type { Entity, Entry } from './entity.ts';

/**
 * The entries after this state: lowered to the real values, under the names of today, without those that nothing needs.
 * @param adopt also what is over its ceiling and in no entry: the first baseline of a team
 */
export function nextEntries(state: BudgetState, adopt = false): Entry[] {
  return [...state.cases.flatMap((each) => nextEntry(each, adopt)), ...state.unknown];
}

function nextEntry({ entity, entry, how, exception }: Case, adopt: boolean): Entry[] {
  if (exception) return [entryOf(entity, true)];
  if (how === 'new') return adopt ? [entryOf(entity, false)] : [];
  // What grew keeps what it was allowed: the entry never follows it.
  if (entry && how === 'named' && entity.value > entry.value) return [{ ...entry, name: entity.name }];
  return [entryOf(entity, false)];
}

export const entryOf = (entity: Entity, excepted: boolean): Entry => ({
  rule: entity.rule,
  name: entity.name,
  value: entity.value,
  identity: entity.identity(),
  excepted,
  line: 0,
});
