import type { Composition } from '../../../analyzers/composition/composition.ts';
import { graphOf } from './graph.ts';

/** A Graphviz digraph of who splices whom; what could not be resolved is dashed. */
export function renderDot(composition: Composition): string {
  const { nodes, edges } = graphOf(composition);
  const lines = ['digraph composition {', '  rankdir=LR;', '  node [shape=box];'];
  for (const { id, label, missing } of nodes)
    lines.push(`  ${id} [label=${quote(label)}${missing ? ', style=dashed' : ''}];`);
  for (const { from, to, label } of edges) lines.push(`  ${from} -> ${to} [label=${quote(label)}];`);
  return `${[...lines, '}'].join('\n')}\n`;
}

const quote = (text: string): string => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
