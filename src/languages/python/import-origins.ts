import type { PythonImport } from './read-imports.ts';

/**
 * What the names that imports bind stand for: `add` -> `shop.reg.add`, `np` -> `numpy`; relative ones keep their dots. A name that several
 * imports bind has several.
 */
export function importOrigins(imports: readonly PythonImport[]): ReadonlyMap<string, readonly string[]> {
  const origins = new Map<string, string[]>();
  const add = (name: string, origin: string): void => {
    const known = origins.get(name);
    if (known) known.push(origin);
    else origins.set(name, [origin]);
  };
  for (const item of imports) {
    if (item.scope !== 'module' || item.typeChecking) continue;
    for (const { name, alias } of item.names) {
      if (item.kind === 'import') add(alias ?? name.split('.', 1)[0]!, alias === null ? name.split('.', 1)[0]! : name);
      else add(alias ?? name, originOf(item, name));
    }
  }
  return origins;
}

const originOf = ({ level, module }: PythonImport, name: string): string =>
  `${'.'.repeat(level)}${module}${module === '' ? '' : '.'}${name}`;
