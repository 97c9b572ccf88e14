import type { SgNode } from '@ast-grep/napi';
import type { Import } from '../../../../../codemods/define-file-codemod.ts';
import { type Insertion, insertionAt, renamed } from './import.ts';
import { lineOnTop } from './top-of-file.ts';

/** `use m::A;` joins a `use m::{…};` of the same visibility. */
export function rustImport(root: SgNode, text: string, { module, name, as }: Import): Insertion | null {
  const nodes = root.children();
  const uses = nodes.filter((node) => node.is('use_declaration'));
  const path = renamed(name === undefined ? module : `${module}::${name}`, as);
  if (uses.some((node) => argument(node)?.text().replace(/\s+/g, ' ') === path)) return null;
  const lists = uses.filter(
    (node) => argument(node)?.is('scoped_use_list') && argument(node)!.field('path')?.text() === module,
  );
  if (name !== undefined)
    for (const node of lists) {
      const items = argument(node)!.field('list')?.namedChildren() ?? [];
      if (items.some((item) => item.text().replace(/\s+/g, ' ') === renamed(name, as))) return null;
    }
  const open = lists.find((node) => node.child(0)?.is('visibility_modifier') !== true && isPlain(nodes, node));
  const last = name === undefined ? undefined : open && argument(open)!.field('list')?.namedChildren().at(-1);
  if (last) return insertionAt(last.range().end.index, `, ${renamed(name!, as)}`);
  return lineOnTop(text, nodes, `use ${path};`, { isImport: (node) => node.is('use_declaration'), isHead });
}

const argument = (node: SgNode): SgNode | null => node.field('argument');

/** Without an attribute, such as a `cfg`, of its own. */
const isPlain = (nodes: readonly SgNode[], node: SgNode): boolean =>
  nodes[nodes.findIndex((one) => one.id() === node.id()) - 1]?.is('attribute_item') !== true;

const isHead = (node: SgNode): boolean =>
  node.is('inner_attribute_item') ||
  node.is('extern_crate_declaration') ||
  ((node.is('line_comment') || node.is('block_comment')) && !/^\/(?:\/\/(?!\/)|\*\*)/.test(node.text()));
