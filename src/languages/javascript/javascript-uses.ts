import type { Unit } from '../../core/unit.ts';
import { within } from '../within.ts';
import type { LexicalNames } from './lexical-names.ts';

/** Names that [start, end) reads and does not bind itself, in order of their first reading. */
export function usesOf(names: LexicalNames, start: number, end: number, defined: ReadonlySet<string>): Unit['uses'] {
  const uses = new Map<
    string,
    { name: string; space: 'type' | 'value' | 'any' | 'macro'; at: number; eager: boolean; count: number }
  >();
  for (const { name, space, at, eager } of within(names.free, start, end)) {
    if (defined.has(name)) continue;
    const key = `${space} ${name}`;
    const known = uses.get(key);
    if (!known) uses.set(key, { name, space, at, eager, count: 1 });
    else {
      known.eager ||= eager;
      known.count += 1;
    }
  }
  return [...uses.values()];
}
