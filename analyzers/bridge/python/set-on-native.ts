import type { PythonUse } from './python-file.ts';
import type { PythonModule } from './python-index.ts';
import { type Names, resolveImport } from './resolve-name.ts';

/** Names that Python code sets on modules and their classes from outside: `_core.x = …`, `setattr(_core.C, "x", …)`. */
export const setOnNative = (names: Names): ReadonlySet<string> =>
  new Set(
    names.python.modules.flatMap((module) =>
      module.file.uses.filter(({ how }) => how === 'store').flatMap((use) => setBy(names, module, use)),
    ),
  );

/** The dotted names that one assignment to an attribute may set. */
const setBy = (names: Names, module: PythonModule, { imports, chain }: PythonUse): string[] =>
  imports.flatMap((i) => {
    const root = resolveImport(names, module, module.file.imports[i]!);
    if (chain.length === 0 || (root.kind !== 'module' && root.kind !== 'member')) return [];
    const own = root.kind === 'module' ? root.dotted : `${root.module}.${root.member.name}`;
    return [[own, ...chain].join('.')];
  });
