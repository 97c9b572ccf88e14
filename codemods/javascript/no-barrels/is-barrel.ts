import type { SgNode } from '@ast-grep/napi';

/** A module that holds nothing but `export … from '…'`. */
export function isBarrel(root: SgNode | null): root is SgNode {
  if (root === null) return false;
  const statements = root.children().filter((child) => child.isNamed() && !child.is('comment'));
  return (
    statements.length > 0 && statements.every((node) => node.is('export_statement') && node.field('source') !== null)
  );
}
