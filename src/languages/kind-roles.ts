import type { Kinds } from './syntax.ts';

/** Kind number -> the number that its name has in `roles`, else 0. Kept for each grammar, and made anew when that has learnt more kinds. */
export function kindRoles(roles: Readonly<Record<string, number>>): (kinds: Kinds) => Uint8Array {
  const tables = new WeakMap<Kinds, Uint8Array>();
  return (kinds) => {
    const known = tables.get(kinds);
    if (known && known.length === kinds.names.length) return known;
    const table = new Uint8Array(kinds.names.length);
    kinds.names.forEach((name, kind) => {
      if (Object.hasOwn(roles, name)) table[kind] = roles[name]!;
    });
    tables.set(kinds, table);
    return table;
  };
}
