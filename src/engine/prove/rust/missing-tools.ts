import { parse as parseToml } from 'smol-toml';
import type { Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import type { CargoPackage } from './read-packages.ts';

/**
 * What the project has its tools say is part of its build: one that is configured and not installed makes B show less, and is told.
 * @param tools versions of those that are there: `clippy 0.1.95`
 */
export function missingTools(view: View, { folder, paths }: CargoPackage, tools: readonly string[]): Proof[] {
  const wanted = [
    { tool: 'clippy', configuration: 'clippy', by: configOf(view, folder, CLIPPY) ?? lintsOf(view, folder) },
    { tool: 'rustfmt', configuration: 'rustfmt', by: configOf(view, folder, RUSTFMT) },
  ];
  return wanted.flatMap(({ tool, configuration, by }) =>
    by === null || tools.some((one) => one.startsWith(tool))
      ? []
      : paths.map((path) => ({
          rung: 'B' as const,
          path,
          configuration,
          verdict: 'not-run' as const,
          why: `${by} configures ${tool}, which is not installed here`,
        })),
  );
}

const CLIPPY = ['clippy.toml', '.clippy.toml'];
const RUSTFMT = ['rustfmt.toml', '.rustfmt.toml'];

/** The nearest file of these names in a folder or above it. */
function configOf(view: View, folder: string, names: readonly string[]): string | null {
  for (const dir of upwards(folder))
    for (const name of names) {
      const path = dir === '' ? name : `${dir}/${name}`;
      if (view.file(path)) return path;
    }
  return null;
}

/** The manifest that says which of clippy's lints hold. */
function lintsOf(view: View, folder: string): string | null {
  for (const dir of upwards(folder)) {
    const path = dir === '' ? 'Cargo.toml' : `${dir}/Cargo.toml`;
    if (view.file(path)?.state !== 'text') continue;
    const { lints, workspace } = readTables(view.text(path));
    if (lints?.clippy !== undefined || workspace?.lints?.clippy !== undefined) return path;
  }
  return null;
}

interface Tables {
  readonly lints?: { readonly clippy?: unknown };
  readonly workspace?: { readonly lints?: { readonly clippy?: unknown } };
}

function readTables(text: string): Tables {
  try {
    return parseToml(text) as Tables;
  } catch {
    // cargo will say what is wrong with it.
    return {};
  }
}

function upwards(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/')).concat('');
}
