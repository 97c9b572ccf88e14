import type { Collected } from './collect-items.ts';

/** Where a part's `mod` line stands in the facade, and whether its macros are seen behind that line. */
export interface Mount {
  readonly at: number;
  readonly macroUse: boolean;
}

export type MountOf = (path: string) => Mount | null;

/** Which definition of a name a place sees: the last before it in its own module, else the last in the facade's text before its `mod` line. */
export function lastSeen(
  items: readonly Collected[],
  name: string,
  user: Pick<Collected, 'path' | 'start'>,
  mountOf: MountOf,
): string | null {
  const macros = items.filter((one) => one.kind === 'macro' && one.name === name);
  const isOwn = ({ path }: Collected): boolean => path === user.path;
  const own = macros.filter((one) => isOwn(one) && one.start < user.start).sort((a, b) => b.start - a.start)[0];
  const limit = mountOf(user.path)?.at ?? user.start;
  const outer = macros
    .filter((one) => !isOwn(one) && mountOf(one.path)?.macroUse !== false)
    .map((one) => ({ ...one, at: mountOf(one.path)?.at ?? one.start }))
    .filter(({ at }) => at < limit)
    .sort((a, b) => b.at - a.at || b.start - a.start)[0];
  // In the facade itself, what a part brings in between is nearer than an own definition above it.
  if (own && outer && mountOf(user.path) === null && outer.at > own.start) return outer.key;
  return own?.key ?? outer?.key ?? null;
}
