import type { WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import { sanitize } from '../sanitize.ts';

const quote = (text: string): string => `"${sanitize(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;

const SHAPES = { native: 'hexagon', crate: 'box3d', distribution: 'folder', 'js-package': 'component' } as const;

/** A Graphviz digraph; what only type checkers or functions import is dashed. */
export function mapToDot({ nodes, edges }: WorkspaceMap): string {
  const lines = ['digraph map {', '  rankdir=LR;', '  node [shape=box];'];
  for (const { id, kind } of nodes)
    lines.push(`  ${quote(id)}${kind in SHAPES ? ` [shape=${SHAPES[kind as keyof typeof SHAPES]}]` : ''};`);
  for (const { from, to, kind } of edges)
    lines.push(
      `  ${quote(from)} -> ${quote(to)} [label=${quote(kind)}${kind === 'type' || kind === 'deferred' ? ', style=dashed' : ''}];`,
    );
  return `${[...lines, '}'].join('\n')}\n`;
}

/** A Mermaid flowchart; what only type checkers or functions import is dotted. */
export function mapToMermaid({ nodes, edges }: WorkspaceMap): string {
  const idOf = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const lines = ['flowchart LR'];
  for (const { id, kind } of nodes) {
    const [open, close] = kind === 'native' ? ['{{', '}}'] : ['[', ']'];
    lines.push(`  ${idOf.get(id)}${open}"${entities(sanitize(id))}"${close}`);
  }
  for (const { from, to, kind } of edges) {
    const arrow = kind === 'type' || kind === 'deferred' ? `-. ${kind} .->` : `-->|${kind}|`;
    lines.push(`  ${idOf.get(from)} ${arrow} ${idOf.get(to)}`);
  }
  return `${lines.join('\n')}\n`;
}

// Mermaid reads entity codes inside of quoted labels.
const entities = (label: string): string => label.replace(/["#<>&]/g, (one) => `#${one.charCodeAt(0)};`);
