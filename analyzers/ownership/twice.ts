import type { Registered } from './registered.ts';

/** The same thing on the same registry at two places, of which both can happen in one run. */
export function twiceIn(all: readonly Registered[]): { readonly first: Registered; readonly again: Registered }[] {
  const groups = new Map<string, Registered[]>();
  for (const one of all) {
    const key = `${one.registry}\0${one.kind}\0${one.name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((again, i) => {
      const first = group.slice(0, i).find((one) => !isSamePlace(one, again) && !areExclusive(one, again));
      const isTold = group.slice(0, i).some((one) => isSamePlace(one, again));
      return first === undefined || isTold ? [] : [{ first, again }];
    }),
  );
}

/** One that reaches a registry by two ways. */
const isSamePlace = (one: Registered, other: Registered): boolean => one.path === other.path && one.end === other.end;

/** Two branches of one statement. */
const areExclusive = (one: Registered, other: Registered): boolean =>
  one.path === other.path &&
  one.branches.some((branch) => {
    const [line = '', part] = branch.split(':');
    const twin = other.branches.find((text) => text.startsWith(`${line}:`));
    return twin !== undefined && twin.slice(line.length + 1) !== part;
  });
