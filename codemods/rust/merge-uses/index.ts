import type { SgNode } from '@ast-grep/napi';
import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';
import { editionOf } from '../msrv.ts';
import { type Leaf, printList } from './print-list.ts';

/** `use a::B; use a::C;` becomes `use a::{B, C};`, as rustfmt does with an option that only nightly has. */
export const mergeUses: ShippedCodemod = defineFileCodemod({
  id: 'rust/merge-uses',
  title: '`use a::B; use a::C;` becomes `use a::{B, C};`, within a block of imports of one visibility',
  params: {},
  languages: ['rust'],
  change: (file) => {
    for (const block of blocksOf(file))
      for (const same of groupedBy(block, ({ key }) => key)) if (same.length > 1) merge(file, same);
  },
});

interface Use {
  readonly node: SgNode;
  /** Visibility and path, up to the last name. */
  readonly key: string;
  readonly head: string;
  readonly leaves: readonly Leaf[];
}

/** Imports on lines below one another, without a blank line, a comment or an attribute between them. */
function blocksOf(file: CodemodFile): Use[][] {
  const blocks: Use[][] = [];
  let [block, end]: [Use[], number] = [[], -1];
  for (const node of file.findAll({ rule: { kind: 'use_declaration' } })) {
    const { start, end: stop } = node.range();
    const before = node.prev();
    const follows = before?.is('use_declaration') && /^\n[ \t]*$/.test(file.text.slice(end, start.index));
    if (!follows) {
      block = [];
      blocks.push(block);
    }
    end = stop.index;
    const use = before?.is('attribute_item') ? null : useOf(node);
    if (use !== null) block.push(use);
  }
  return blocks;
}

/** Null for one that names nothing below a path, or holds lists in lists or comments. */
function useOf(node: SgNode): Use | null {
  const argument = node.field('argument')!;
  const visibility = node.children().find((child) => child.is('visibility_modifier'));
  const shown = argument.text();
  const flat = /^((?:::)?\w+(?:::\w+)*)::(?:(\w+(?: as \w+)?|\*)|\{([^{}/]*)\})$/s.exec(shown);
  if (flat === null || shown.includes('//') || shown.includes('/*')) return null;
  const leaves = (flat[2] ?? flat[3]!)
    .split(',')
    .map((leaf) => leaf.trim().replace(/\s+/g, ' '))
    .filter((leaf) => leaf !== '');
  if (leaves.some((leaf) => !/^(?:\w+(?: as \w+)?|\*)$/.test(leaf))) return null;
  // A last `self` outside a list means something else.
  if (flat[2] === 'self' || /(?:^|::)(?:self|super)::\{?self/.test(shown)) return null;
  const prefix = visibility === undefined ? '' : `${visibility.text()} `;
  return { node, key: `${prefix}${flat[1]}`, head: `${prefix}use ${flat[1]}::`, leaves };
}

function merge(file: CodemodFile, uses: readonly Use[]): void {
  const leaves = [...new Set(uses.flatMap((use) => use.leaves))];
  const total = uses.reduce((sum, use) => sum + use.leaves.length, 0);
  if (leaves.length !== total) {
    file.leave(uses[0]!.node, 'a name is imported twice');
    return;
  }
  const [first, ...others] = uses;
  const { start, end } = first!.node.range();
  file.edit(start.index, end.index, printList(first!.head, leaves, { column: start.column, edition: editionOf(file) }));
  for (const { node } of others) file.remove(node);
  file.count('imports merged', others.length);
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
