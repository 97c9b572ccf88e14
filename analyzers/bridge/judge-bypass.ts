import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import type { PythonImport } from './python/python-file.ts';
import { absoluteName, type PythonModule } from './python/python-index.ts';
import { type Names, nativeAt } from './python/resolve-name.ts';
import { BYPASS } from './rules.ts';

const TESTS =
  /(?:^|\/)(?:tests?|testing|bench(?:es|marks?)?|examples?|docs|scripts)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/;

/**
 * Imports of a native module from where it is not meant to be imported: past `importers` where the configuration names them, else a private
 * module (`pkg._core`) from outside of its package. Tests may look behind.
 */
export function judgeBypass(view: View, names: Names): Finding[] {
  const reported: Told = new Map(
    view.config.bridges.flatMap(({ module, importers }) => (importers ? [[module, importers] as const] : [])),
  );
  return names.python.modules
    .filter(({ path }) => !TESTS.test(path))
    .flatMap((module) => module.file.imports.flatMap((one) => judgeImport(names, reported, module, one) ?? []));
}

/** Bridge -> who may import it. */
type Told = ReadonlyMap<string, readonly string[]>;

function judgeImport(names: Names, reported: Told, { path, name }: PythonModule, one: PythonImport): Finding | null {
  const own = importedBridge(names, { path, name }, one);
  if (own === null) return null;
  const importers = reported.get(own);
  const isAllowed = importers?.some((pattern) => covers(pattern, name.dotted)) ?? isInside(own, name.dotted);
  if (isAllowed) return null;
  return {
    rule: BYPASS.id,
    severity: importers ? 'error' : BYPASS.severity,
    place: { path, line: one.line, column: one.column },
    symbol: own,
    what: `${name.dotted} imports ${own} past its package`,
    why: BYPASS.why,
    whatToDo: BYPASS.whatToDo!,
  };
}

/** The bridge that an import names: `import pkg._core`, `from pkg import _core`, `from pkg._core import x`. */
function importedBridge(names: Names, module: Pick<PythonModule, 'path' | 'name'>, one: PythonImport): string | null {
  const from = absoluteName(one, module);
  if (from === null) return null;
  const native = nativeAt(names, from) ?? (one.name === null ? null : nativeAt(names, `${from}.${one.name}`));
  return native?.bridge.module ?? null;
}

/** `pkg.*` covers pkg and all below it. */
export const covers = (pattern: string, dotted: string): boolean =>
  pattern.endsWith('.*') ? `${dotted}.`.startsWith(pattern.slice(0, -1)) : dotted === pattern;

/** A module without an underscore is for everyone; a private one for its own top package. */
function isInside(own: string, dotted: string): boolean {
  const parts = own.split('.');
  return (
    parts.length < 2 || !parts.slice(1).some((part) => part.startsWith('_')) || dotted.split('.', 1)[0] === parts[0]
  );
}
