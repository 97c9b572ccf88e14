import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, type Node } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type IncludedPart, includeSites, partsAmong } from './included-parts.ts';

/** An inline module whose items are those of one included file, but for imports: `mod tests { use super::*; include!("tests.rs"); }`. */
export interface FilledModule {
  readonly part: IncludedPart;
  /** The module. */
  readonly item: Item;
  /** Its `declaration_list`. */
  readonly body: Node;
}

/** Those that stand among a file's own items, in order. */
export function filledModules(view: View, path: string): FilledModule[] {
  const sites = includeSites(view, path, 1);
  if (sites.length === 0) return [];
  const syntax = view.syntax(path, 'rust');
  return readItems(syntax, 0).items.flatMap((item): FilledModule[] => {
    const body = item.kind === 'mod' ? childByField(syntax, item.node, 'body') : -1;
    if (body === -1) return [];
    const inside = sites.filter(({ start }) => syntax.start[body]! < start && start < syntax.end[body]!);
    if (inside.length !== 1) return [];
    const items = readItems(syntax, body).items.filter(({ kind }) => kind !== 'use');
    const [part] = items.length === 1 ? partsAmong(view, path, items, inside) : [];
    return part ? [{ part, item, body }] : [];
  });
}
