import type { Crate } from '../../src/workspace/manifests.ts';
import { type TomlDocument, tomlDocument } from '../../src/workspace/toml-document.ts';
import type { View } from '../../src/workspace/view.ts';
import { rootLevels } from './crate-attributes.ts';
import { type LintLevel, manifestTable, readOwnLints, readSharedLints, rootManifestOf } from './read-lints.ts';
import { lintFlag, rustFlags } from './rust-flags.ts';

/** The level of a lint in a crate, and the place that decides it. */
export interface EffectiveLevel {
  readonly lint: string;
  readonly level: string;
  readonly path: string;
  readonly line: number;
  /** It stands under `cfg_attr`: it holds in some builds alone. */
  readonly conditional: boolean;
  /** Levels that it replaces, the latest first. */
  readonly over: readonly { readonly level: string; readonly path: string; readonly line: number }[];
}

interface Said {
  readonly lint: string;
  readonly level: string;
  readonly path: string;
  readonly line: number;
  readonly conditional: boolean;
}

/**
 * In rustc's order: the manifest's levels from the lowest priority to the highest, then rustflags, then attributes of the crate root; the
 * last one that names a lint decides, but `forbid` is never taken back. Groups are listed as they are written: a level for a single lint
 * that comes later beats its group. Sorted by lint.
 */
export function effectiveLevels(view: View, crate: Crate): EffectiveLevel[] {
  const levels = [...manifestLevels(view, crate), ...flagLevels(view, crate), ...attributeLevels(view, crate)];
  const byLint = new Map<string, Said[]>();
  for (const one of levels) byLint.set(one.lint, [...(byLint.get(one.lint) ?? []), one]);
  return [...byLint.values()]
    .map((all): EffectiveLevel => {
      const forbids = all.findIndex(({ level }) => level === 'forbid');
      const deciding = forbids === -1 ? all.at(-1)! : all[forbids]!;
      const over = all.filter((one) => one !== deciding && one.level !== deciding.level).reverse();
      return { ...deciding, over: over.map(({ level, path, line }) => ({ level, path, line })) };
    })
    .sort((a, b) => (a.lint < b.lint ? -1 : a.lint > b.lint ? 1 : 0));
}

function manifestLevels(view: View, crate: Crate): Said[] {
  const table = manifestTable(view, crate.manifest);
  if (table === null) return [];
  const lints = readOwnLints(table);
  const root = rootManifestOf(crate);
  const shared = lints.kind === 'inherits' ? manifestTable(view, root) : null;
  const levels = lints.kind === 'own' ? lints.levels : shared === null ? [] : (readSharedLints(shared) ?? []);
  const path = lints.kind === 'own' ? crate.manifest : root;
  const document = tomlDocument(view.text(path));
  // Equal priorities go to rustc in reverse of their names, as cargo sorts them.
  return [...levels]
    .sort((a, b) => a.priority - b.priority || (a.lint < b.lint ? 1 : -1))
    .map(({ lint, level, keys }) => ({ lint, level, path, line: lineOf(document, keys), conditional: false }));
}

const lineOf = (document: TomlDocument | null, keys: LintLevel['keys']): number => {
  const found = document?.pair(keys)?.pair ?? document?.table(keys);
  return document && found ? document.line(found.start) : 1;
};

const flagLevels = (view: View, crate: Crate): Said[] =>
  rustFlags(view)
    .filter(({ dir }) => dir === '' || crate.dir === dir || crate.dir.startsWith(`${dir}/`))
    .flatMap(({ flag, path, line }): Said[] => {
      const read = lintFlag(flag);
      if (read === null || read.kind === 'cap-lints') return [];
      return [{ lint: read.lint.replaceAll('-', '_'), level: read.kind, path, line, conditional: false }];
    });

const attributeLevels = (view: View, crate: Crate): Said[] =>
  rootLevels(view, crate).map(({ lint, level, path, at, conditional }) => ({
    lint,
    level,
    path,
    line: view.text(path).slice(0, at).split('\n').length,
    conditional,
  }));
