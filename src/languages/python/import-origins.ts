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
    for (const imported of item.names) add(...bindingOf(item, imported));
  }
  return origins;
}

const originOf = ({ level, module }: PythonImport, name: string): string =>
  `${'.'.repeat(level)}${module}${module === '' ? '' : '.'}${name}`;

/** The name that an import binds, and what it stands for: `import a.b` binds `a`, `import a.b as c` stands for `a.b`. */
function bindingOf(item: PythonImport, { name, alias }: PythonImport['names'][number]): [name: string, origin: string] {
  if (item.kind !== 'import') return [alias ?? name, originOf(item, name)];
  const top = name.split('.', 1)[0]!;
  return alias === null ? [top, top] : [alias, name];
}
