import type { LoadEffect } from '../../core/unit.ts';
import { objectRoot } from './asked-objects.ts';
import { WORLD } from './known-calls.ts';

/** Whether its order to any other unit may count. */
export const isOrdered = ({ touches, reads, asks, rebinds, sees }: LoadEffect): boolean =>
  touches.length > 0 || reads !== undefined || asks !== undefined || rebinds !== undefined || sees !== undefined;

/** Two units whose order counts: one changes what the other changes or looks at, or binds a name again that the other sees. */
export const conflicts = (a: LoadEffect, b: LoadEffect): boolean =>
  meet(a.rebinds, b.sees) ||
  meet(a.sees, b.rebinds) ||
  touch(changes(a), changes(b)) ||
  touch(a.touches, b.reads ?? []) ||
  touch(a.reads ?? [], b.touches);

/** What is asked may change by being asked. */
const changes = ({ touches, asks = [] }: LoadEffect): readonly string[] =>
  asks.length === 0 ? touches : [...touches, ...asks.map(objectRoot)];

const meet = (names: readonly string[] = [], others: readonly string[] = []): boolean =>
  names.some((name) => others.includes(name));

/** What touches the world may touch any state that other modules hold. */
function touch(names: readonly string[], others: readonly string[]): boolean {
  if (meet(names, others)) return true;
  const foreign = (root: string): boolean => root.startsWith(WORLD);
  return (names.includes(WORLD) && others.some(foreign)) || (others.includes(WORLD) && names.some(foreign));
}
