import type { SgNode } from '@ast-grep/napi';
import { type Insertion, insertionAt } from './import.ts';

/**
 * A line behind the last of the nodes that belong to the top of a file, else behind those that have to stand first, else at its start.
 * @param nodes of the top level, in order
 */
export function lineOnTop(
  text: string,
  nodes: readonly SgNode[],
  line: string,
  { isImport, isHead }: { isImport: (node: SgNode) => boolean; isHead: (node: SgNode) => boolean },
): Insertion {
  const imports = nodes.filter(isImport);
  const head = nodes.slice(0, nodes.findIndex((node) => !isHead(node)) >>> 0);
  const last = imports.at(-1) ?? head.at(-1);
  if (last === undefined) return insertionAt(0, `${line}\n${/^\uFEFF?(?:$|\r?\n)/.test(text) ? '' : '\n'}`);
  // Some nodes of comments hold their line end.
  const end = last.range().end.index;
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  const gap = imports.length === 0 ? '\n' : '';
  return newline === -1 ? insertionAt(text.length, `\n${gap}${line}\n`) : insertionAt(newline + 1, `${gap}${line}\n`);
}
