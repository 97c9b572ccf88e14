import { registered } from '../../../../analyzers/ownership/registered.ts';
import type { View } from '../../../workspace/view.ts';
import type { ProbeFinding } from './probe-finding.ts';

/** Where a handler stands. Lines from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** Where handlers stand, by what the workspace registers: a place only where exactly one bears the name. */
export function handlerPlaces(view: View): (finding: ProbeFinding) => Place | null {
  const all = registered(view);
  return ({ item }) => {
    if (item === null) return null;
    const own = all.filter(({ kind, name }) => kind === item.kind && name === item.name);
    const places = new Map(own.map(({ path, line }) => [`${path}:${line}`, { path, line }]));
    const [only] = places.values();
    return places.size === 1 && only !== undefined ? only : null;
  };
}
