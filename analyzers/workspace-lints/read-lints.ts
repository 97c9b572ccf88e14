import { parse as parseToml } from 'smol-toml';
import { type Table, tableAt } from '../../src/workspace/manifest-files.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';

export const LEVELS = ['allow', 'expect', 'warn', 'force-warn', 'deny', 'forbid'] as const;
export type Level = (typeof LEVELS)[number];

/** One level of a table of lints, `clippy::pedantic = { level = "warn", priority = -1 }`. */
export interface LintLevel {
  /** `clippy::pedantic`, `unsafe_code`. */
  readonly lint: string;
  readonly level: Level;
  readonly priority: number;
  /** Keys of the TOML document that lead to it. */
  readonly keys: readonly string[];
}

/** What a manifest says of lints, as cargo 1.95 reads it. */
export type OwnLints =
  | { readonly kind: 'inherits' }
  /** `lints.workspace` under `[package]`: an unused key, and nothing is inherited. */
  | { readonly kind: 'misplaced' }
  | { readonly kind: 'none' | 'empty' }
  | { readonly kind: 'own'; readonly levels: readonly LintLevel[] }
  /** Cargo refuses the manifest. */
  | { readonly kind: 'invalid'; readonly why: string };

export function readOwnLints(manifest: Table): OwnLints {
  const lints = manifest.lints;
  const misplaced = tableAt(tableAt(manifest, 'package'), 'lints')?.workspace !== undefined;
  if (lints === undefined) return { kind: misplaced ? 'misplaced' : 'none' };
  const table = tableAt(manifest, 'lints');
  if (table === null) return { kind: 'invalid', why: '`lints` is no table' };
  const { workspace, ...tools } = table;
  if (workspace === false) return { kind: 'invalid', why: '`workspace` cannot be false' };
  if (workspace !== undefined && workspace !== true) return { kind: 'invalid', why: '`lints.workspace` must be true' };
  const levels = levelsOf(tools, ['lints']);
  if (workspace === true)
    return Object.keys(tools).length > 0
      ? { kind: 'invalid', why: 'levels stand beside `workspace = true`, which cannot be overridden' }
      : { kind: 'inherits' };
  return levels.length === 0 ? { kind: misplaced ? 'misplaced' : 'empty' } : { kind: 'own', levels };
}

/** The levels of `[workspace.lints]`; null where there is no such table. */
export function readSharedLints(root: Table): readonly LintLevel[] | null {
  const lints = tableAt(tableAt(root, 'workspace'), 'lints');
  return lints === null ? null : levelsOf(lints, ['workspace', 'lints']);
}

function levelsOf(tools: Table, prefix: readonly string[]): LintLevel[] {
  return Object.keys(tools).flatMap((tool) =>
    Object.entries(tableAt(tools, tool) ?? {}).flatMap(([name, value]): LintLevel[] => {
      const spec = tableAt({ value }, 'value');
      const level = LEVELS.find((one) => one === (spec === null ? value : spec.level));
      if (level === undefined) return [];
      const lint = tool === 'rust' ? name : `${tool}::${name}`;
      const priority = typeof spec?.priority === 'number' ? spec.priority : 0;
      return [{ lint: lint.replaceAll('-', '_'), level, priority, keys: [...prefix, tool, name] }];
    }),
  );
}

/** The parsed manifest; null where it is missing or broken, which is a problem of its own. */
export function manifestTable(view: View, path: string): Table | null {
  const known = tables.get(view) ?? new Map<string, Table | null>();
  tables.set(view, known);
  const before = known.get(path);
  if (before !== undefined) return before;
  const table = parsedTable(view, path);
  known.set(path, table);
  return table;
}

/** Every check asks the root manifest once for each crate. */
const tables = new WeakMap<View, Map<string, Table | null>>();

function parsedTable(view: View, path: string): Table | null {
  if (view.file(path)?.state !== 'text') return null;
  try {
    return parseToml(view.text(path).replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

export const rootManifestOf = ({ cargoRoot }: Pick<Crate, 'cargoRoot'>): string =>
  cargoRoot === '' ? 'Cargo.toml' : `${cargoRoot}/Cargo.toml`;
