import { readDunderAll } from '../../../languages/python/read-dunder-all.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import type { Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * What a typed package defines is visible to code that is checked against it. A name that a facade imports is not, unless it is imported
 * under its own name again (`x as x`) or stands in `__all__`.
 */
export function reexports(after: View, { before, facade, parts }: SplitShape): Defect[] {
  const why = parts.length === 0 ? null : asTyped(after, facade.path);
  if (why === null) return [];
  const defined = new Set(
    bound(before.statements.filter(({ kind }) => kind !== 'future')).filter((name) => !name.startsWith('_')),
  );
  const imported = facade.statements
    .flatMap(({ imports }) => imports)
    .filter(({ scope, kind, star }) => scope === 'module' && kind === 'from' && !star)
    .flatMap(({ names }) => names);
  const shown = new Set([
    ...(readDunderAll(after.syntax(facade.path))?.names ?? []),
    ...bound(facade.statements),
    ...imported.flatMap(({ name, alias }) => (alias === name ? [name] : [])),
  ]);
  const hidden = imported.map(({ name, alias }) => alias ?? name).find((name) => defined.has(name) && !shown.has(name));
  return hidden === undefined
    ? []
    : [
        {
          path: facade.path,
          why: `type checkers do not re-export ${hidden}, which it imports without \`as ${hidden}\`: ${why}`,
        },
      ];
}

/** What statements bind that import nothing. */
const bound = (statements: readonly Statement[]): string[] =>
  statements.flatMap(({ binds, imports }) => (imports.length > 0 ? [] : binds));

const STRICT =
  /^\s*(?:strict\s*=\s*true|implicit_reexport\s*=\s*false|no_implicit_reexport\s*=\s*true|warn_implicit_reexport\s*=\s*true)\b/im;
const SETTINGS = ['mypy.ini', '.mypy.ini', 'setup.cfg', 'pyproject.toml'];

/** What makes checkers require explicit exports: a marker in a package around, or the settings of mypy. */
function asTyped(view: View, path: string): string | null {
  const folders = path.split('/').slice(0, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const marker = `${folders.slice(0, depth).join('/')}/py.typed`;
    if (view.file(marker) !== undefined) return marker;
  }
  const settings = SETTINGS.find((one) => {
    if (view.file(one)?.state !== 'text') return false;
    const text = view.text(one);
    return /\bmypy\b/.test(text) && STRICT.test(text);
  });
  return settings ?? null;
}
