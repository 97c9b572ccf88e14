import type { Selector } from '../../src/config/config.ts';
import type { MapNode } from '../map/workspace-map.ts';

/** `py:acme.core.*` and `rs:core::api::*` cover the node and all below it; `py:*` everything of a sort; anything else one node. */
export function covers({ text }: Selector, id: string): boolean {
  const [, head = '', mark] = /^(.*?)(\.|::|)\*$/s.exec(text) ?? [];
  if (mark === undefined) return id === text;
  return id === head || id.startsWith(`${head}${mark}`);
}

export const anyCovers = (selectors: readonly Selector[], id: string): boolean =>
  selectors.some((one) => covers(one, id));

/** The nodes that some selectors name. */
export const selected = (selectors: readonly Selector[], nodes: readonly MapNode[]): string[] =>
  nodes.filter(({ id }) => anyCovers(selectors, id)).map(({ id }) => id);
