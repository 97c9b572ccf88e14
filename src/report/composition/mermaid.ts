import type { Composition } from '../../../analyzers/composition/composition.ts';
import { graphOf } from './graph.ts';

/** A Mermaid flowchart of who splices whom; what could not be resolved is dashed. */
export function renderMermaid(composition: Composition): string {
  const { nodes, edges } = graphOf(composition);
  const lines = ['flowchart LR'];
  for (const { id, label, missing } of nodes) lines.push(`  ${id}["${entities(label)}"]${missing ? ':::missing' : ''}`);
  for (const { from, to, label } of edges) lines.push(`  ${from} -->|${label}| ${to}`);
  if (nodes.some(({ missing }) => missing)) lines.push('  classDef missing stroke-dasharray: 5 5');
  return `${lines.join('\n')}\n`;
}

// Mermaid reads entity codes inside of quoted labels.
const entities = (label: string): string => label.replace(/["#<>&]/g, (one) => `#${one.charCodeAt(0)};`);
