import type { Syntax } from '../syntax.ts';
import { readImports } from './read-imports.ts';

/**
 * What names that a file's module-level imports bind stand for: `t` -> `typing`, `TV` -> `typing.TypeVar`. Relative ones keep their dots:
 * `compat` -> `.compat`.
 */
export function boundOrigins(syntax: Syntax): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const { kind, scope, level, module, names } of readImports(syntax)) {
    if (scope !== 'module' || kind === 'future') continue;
    for (const { name, alias } of names) {
      const top = name.split('.')[0]!;
      if (kind === 'import') origins.set(alias ?? top, alias === null ? top : name);
      else origins.set(alias ?? name, `${'.'.repeat(level)}${module}.${name}`);
    }
  }
  return origins;
}
