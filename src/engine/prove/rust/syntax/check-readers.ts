import { heldExpansions } from '../../../../../analyzers/readings/rust/held-expansions.ts';
import { readSource } from '../../../../../analyzers/readings/rust/source.ts';
import { readAttributes } from '../../../../languages/rust/attributes.ts';
import { isBuiltinAttribute } from '../../../../languages/rust/builtin-attributes.ts';
import { itemHazards } from '../../../../languages/rust/item-hazards.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { Collected } from './collect-items.ts';
import type { Facade } from './facade.ts';
import type { Pair } from './pair-items.ts';
import type { Problem } from './problem.ts';

/** What attribute macros and derives read or hold open: a whole module, a whole block, the imports of the crate's root. */
export function checkReaders(
  { before, path, opened }: Pick<Facade, 'before' | 'path' | 'opened'>,
  earlier: readonly Collected[],
  later: readonly Collected[],
  pairs: readonly Pair[],
  syntaxOf: (path: string) => Syntax,
): Problem[] {
  const syntax = before.syntax(path);
  const modules = earlier
    .filter(({ kind, name }) => kind === 'mod' && opened.has(name))
    .flatMap((one) => itemHazards(syntax, one.item).filter(({ id }) => id === 'R26' || id === 'R40'))
    .map(({ start }) => ({ path, start, why: 'R26: an attribute macro reads the whole module, which is a file now' }));
  return [...modules, ...dividedBlocks(earlier, later, syntaxOf), ...heldUnits({ before, path }, pairs)];
}

function dividedBlocks(
  earlier: readonly Collected[],
  later: readonly Collected[],
  syntaxOf: (path: string) => Syntax,
): Problem[] {
  const count = (list: readonly Collected[], key: string): number =>
    list.filter((one) => one.repeats && one.key === key).length;
  return later.flatMap(({ repeats, key, path, item, start }) => {
    if (!repeats || count(later, key) <= count(earlier, key)) return [];
    const strange = readAttributes(syntaxOf(path), item.attributes).find((one) => !isBuiltinAttribute(one.path));
    return strange
      ? [{ path, start, why: `R45: \`#[${strange.path}]\` reads the whole block, which stands in pieces now` }]
      : [];
  });
}

/** A crate's root resolves some imports only while it holds something to expand. */
function heldUnits({ before, path }: Pick<Facade, 'before' | 'path'>, pairs: readonly Pair[]): Problem[] {
  const moved = pairs.filter(({ later }) => later.path !== path && !later.repeats);
  const source = moved.length === 0 ? 'nothing has moved' : readSource(before, path);
  if (typeof source === 'string') return [];
  const held = heldExpansions(before, source);
  return moved.flatMap(({ earlier, later }) => {
    const unit = source.top.find(({ item }) => item.start === earlier.start)?.unit;
    const why = unit && held.get(unit.id);
    return why === undefined ? [] : [{ path: later.path, start: later.start, why: `R15: ${why}` }];
  });
}
