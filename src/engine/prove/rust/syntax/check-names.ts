import type { Unit, Use } from '../../../../core/unit.ts';
import type { DefinedName, Import, PartScope } from './part-scope.ts';
import type { PartFile } from './parts-of.ts';
import type { Problem } from './problem.ts';

interface Part {
  readonly file: PartFile;
  readonly scope: PartScope;
}

/**
 * Every name of the facade is still there, for the same audience and under the same `cfg`; a name that nobody else reads may go.
 * @param isRead whether another file of the package has that word
 */
export function checkNames(
  before: PartScope,
  facade: Part,
  parts: readonly Part[],
  isRead: (word: string) => boolean,
): Problem[] {
  const problems: Problem[] = [];
  const globs = facade.scope.imports.filter(({ leaf }) => leaf.glob);
  const mounted = new Map(parts.filter(({ file }) => file.depth === 1).map((part) => [part.file.name, part]));
  const reads = readsOf([facade, ...parts]);
  for (const defined of before.defines) {
    if (
      defined.kind === 'macro' ||
      facade.scope.defines.some((one) => one.name === defined.name && one.kind === defined.kind)
    )
      continue;
    const holder = [...mounted.values()].find(({ scope }) =>
      scope.defines.some((one) => one.name === defined.name && one.kind === defined.kind),
    );
    const at = { path: facade.file.path, start: 0 };
    if (!holder) continue; // Its item is missing, which is said already.
    const direct = facade.scope.imports.filter((one) => one.name === defined.name && comesFrom(one, holder.file.name));
    const glob = globs.some(
      (one) => comesFrom(one, holder.file.name) && (one.visibility === 'pub' || defined.visibility !== 'pub'),
    );
    if (direct.length === 0 && glob) continue;
    if (direct.length === 0) {
      const needed =
        defined.visibility === 'pub' ||
        readElsewhere(defined, holder, reads) ||
        (isRead(defined.name) && defined.visibility !== '');
      if (needed) problems.push({ ...at, why: `the facade no longer has the name \`${defined.name}\`` });
      continue;
    }
    const same = direct.filter(({ visibility }) => visibility === defined.visibility);
    if (same.length === 0)
      problems.push({
        ...at,
        start: direct[0]!.start,
        why: `\`${defined.name}\` was ${shown(defined.visibility)} and is re-exported ${shown(direct[0]!.visibility)}`,
      });
    else if (!sameCfg(defined, before, same))
      problems.push({
        ...at,
        start: same[0]!.start,
        why: `the re-export of \`${defined.name}\` does not stand under its \`#[cfg]\``,
      });
  }
  return problems;
}

const shown = (visibility: string): string => (visibility === '' ? 'private' : `\`${visibility}\``);

function comesFrom({ leaf }: Import, module: string): boolean {
  const path = leaf.segments[0] === 'self' ? leaf.segments.slice(1) : leaf.segments;
  return path[0] === module && path.length === (leaf.glob ? 1 : 2);
}

interface Reads {
  readonly part: Part;
  readonly uses: readonly Use[];
}

/** What each part reads. A `macro_rules!` reads where it is called: its names count for who calls it. */
function readsOf(parts: readonly Part[]): Reads[] {
  const macros = parts.flatMap(({ scope }) => scope.outline.units.filter(({ kind }) => kind === 'macro'));
  return parts.map((part) => {
    const own = part.scope.outline.units.filter(({ kind }) => kind !== 'use' && kind !== 'macro');
    const uses = own.flatMap((unit) => unit.uses);
    const called = new Set<Unit>();
    for (const { name } of uses)
      for (const macro of macros)
        if (macro.name === name && !called.has(macro)) {
          called.add(macro);
          uses.push(...macro.uses);
        }
    return { part, uses };
  });
}

const readElsewhere = (defined: DefinedName, holder: Part, reads: readonly Reads[]): boolean =>
  reads.some(
    ({ part, uses }) =>
      part !== holder &&
      uses.some(({ name, space }) => name === defined.name && (space === 'any' || defined.spaces.includes(space))),
  );

/** A public name exists exactly when it did; a narrower one may be imported only where something reads it. */
function sameCfg(defined: DefinedName, before: PartScope, imports: readonly Import[]): boolean {
  const twins = before.defines.filter((one) => one.name === defined.name && one.kind !== 'macro');
  if (twins.length > 1) return true; // Alternatives share one import: the build of each configuration shows whether it is there.
  const [first] = imports;
  const missing = defined.cfg.filter((predicate) => !first!.cfg.includes(predicate));
  if (missing.length > 0) return false;
  return defined.visibility !== 'pub' || first!.cfg.length === defined.cfg.length;
}

/** Names of the module that a part reads are still those: it sees its parent, or imports them by path. */
export function checkVisible(before: PartScope, part: Part): Problem[] {
  if (part.scope.seesParent) return [];
  const known = new Set([
    ...part.scope.defines.map(({ name }) => name),
    ...part.scope.imports.flatMap(({ name }) => name ?? []),
  ]);
  const ofModule = new Set([
    ...before.defines.filter(({ kind }) => kind !== 'macro').map(({ name }) => name),
    ...before.imports.flatMap(({ name }) => name ?? []),
  ]);
  for (const unit of part.scope.outline.units) {
    // What a `macro_rules!` expands to is read where it is called.
    if (unit.kind === 'use' || unit.kind === 'macro') continue;
    const lost = unit.uses.find(({ name }) => ofModule.has(name) && !known.has(name));
    if (lost)
      return [
        {
          path: part.file.path,
          start: lost.at,
          why: `\`${lost.name}\` was a name of the module and is none of the part, which does not see its parent`,
        },
      ];
  }
  return [];
}

/** New imports are those of a split: a part's from its parent or as the module had them, the facade's from its parts. */
export function checkImports(before: PartScope, parts: readonly Part[]): Problem[] {
  const had = new Set(before.imports.map(({ leaf }) => leafKey(leaf)));
  const mounted = new Set(parts.filter(({ file }) => file.depth === 1).map(({ file }) => file.name));
  return parts.flatMap(({ file, scope }) =>
    scope.imports
      .filter(({ leaf }) => {
        if (had.has(leafKey(leaf)) || (file.depth > 0 && leaf.segments[0] === 'super')) return false;
        const path = leaf.segments[0] === 'self' ? leaf.segments.slice(1) : leaf.segments;
        return !(file.depth === 0 && mounted.has(path[0] ?? ''));
      })
      .map(({ leaf, start }) => ({
        path: file.path,
        start,
        why: `it imports \`${leaf.segments.join('::')}\`, which the module did not`,
      })),
  );
}

const leafKey = ({ segments, alias, glob }: Import['leaf']): string => `${segments.join('::')} ${alias ?? ''} ${glob}`;
