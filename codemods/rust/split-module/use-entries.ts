import { isKeyword } from '../../../src/languages/rust/plain-name.ts';
import { keepLeaves, type UseItem } from '../../../src/languages/rust/use-item.ts';
import { type Need, predicatesOf } from './guards.ts';
import type { ModuleLeaf, ModuleUse } from './module-names.ts';
import type { UseEntry } from './write-imports.ts';

export const cfgLines = (predicates: readonly string[], common: readonly string[]): string[] =>
  predicates.filter((one) => !common.includes(one)).map((predicate) => `#[cfg(${predicate})]`);

/** The leaves of one `use` that are wanted, those with one condition together. */
export function useEntries(
  use: ModuleUse,
  wanted: readonly { readonly leaf: ModuleLeaf; readonly need: Need }[],
  common: readonly string[],
): Omit<UseEntry, 'paragraph'>[] {
  const groups = new Map<string, { lines: string[]; leaves: ModuleLeaf[] }>();
  for (const { leaf, need } of wanted) {
    const lines = cfgLines(predicatesOf(need, [...new Set([...common, ...use.cfg])]), common);
    const group = groups.get(lines.join('\n')) ?? { lines, leaves: [] };
    groups.set(lines.join('\n'), group);
    group.leaves.push(leaf);
  }
  return [...groups.values()].flatMap(({ lines, leaves }) =>
    treesOf(use, leaves).map((tree) => ({ tree, above: [...lines, ...use.attributes], use })),
  );
}

export function treesOf({ tree }: ModuleUse, leaves: readonly ModuleLeaf[]): UseItem[] {
  const places = new Set(leaves.map(({ index }) => index));
  if (tree) return [keepLeaves(tree, (i) => places.has(i)) ?? []].flat();
  return leaves.map(({ leaf: { segments, alias, glob } }) => ({
    path: segments.map((name) => (isKeyword(name) && !/^(?:crate|self|super)$/.test(name) ? `r#${name}` : name)),
    end: glob ? 'glob' : 'name',
    alias,
    of: [],
  }));
}
