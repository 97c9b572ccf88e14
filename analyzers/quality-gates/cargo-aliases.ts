import { parse as parseToml } from 'smol-toml';
import { tableAt } from '../../src/workspace/manifest-files.ts';
import type { View } from '../../src/workspace/view.ts';

const known = new WeakMap<View, ReadonlyMap<string, readonly string[]>>();

/** Commands of its own that cargo's configuration at the root gives, `cargo lint` as `clippy --all-targets`. */
export function cargoAliases(view: View): ReadonlyMap<string, readonly string[]> {
  const before = known.get(view);
  if (before) return before;
  const found = new Map(
    ['.cargo/config', '.cargo/config.toml'].flatMap((path) =>
      view.file(path)?.state === 'text' ? aliasesIn(view.text(path)) : [],
    ),
  );
  known.set(view, found);
  return found;
}

function aliasesIn(text: string): [string, readonly string[]][] {
  try {
    return Object.entries(tableAt(parseToml(text), 'alias') ?? {}).flatMap(([name, value]): [string, string[]][] => {
      if (typeof value === 'string') return [[name, value.split(/\s+/).filter((word) => word !== '')]];
      return Array.isArray(value) ? [[name, value.map(String)]] : [];
    });
  } catch {
    // A configuration that does not parse is cargo's own to refuse.
    return [];
  }
}
