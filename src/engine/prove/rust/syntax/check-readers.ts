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
  was: readonly Collected[],
  is: readonly Collected[],
  pairs: readonly Pair[],
  syntaxOf: (path: string) => Syntax,
): Problem[] {
  const syntax = before.syntax(path);
  const modules = was
    .filter(({ kind, name }) => kind === 'mod' && opened.has(name))
    .flatMap((one) => itemHazards(syntax, one.item).filter(({ id }) => id === 'R26' || id === 'R40'))
    .map(({ start }) => ({ path, start, why: 'R26: an attribute macro reads the whole module, which is a file now' }));
  return [...modules, ...dividedBlocks(was, is, syntaxOf), ...heldUnits({ before, path }, pairs)];
}

function dividedBlocks(
  was: readonly Collected[],
  is: readonly Collected[],
  syntaxOf: (path: string) => Syntax,
): Problem[] {
  const count = (list: readonly Collected[], key: string): number =>
    list.filter((one) => one.repeats && one.key === key).length;
  return is.flatMap(({ repeats, key, path, item, start }) => {
    if (!repeats || count(is, key) <= count(was, key)) return [];
    const strange = readAttributes(syntaxOf(path), item.attributes).find((one) => !isBuiltinAttribute(one.path));
    return strange
      ? [{ path, start, why: `R45: \`#[${strange.path}]\` reads the whole block, which stands in pieces now` }]
      : [];
  });
}

/** A crate's root resolves some imports only while it holds something to expand. */
function heldUnits({ before, path }: Pick<Facade, 'before' | 'path'>, pairs: readonly Pair[]): Problem[] {
  const moved = pairs.filter(({ is }) => is.path !== path && !is.repeats);
  const source = moved.length === 0 ? 'nothing has moved' : readSource(before, path);
  if (typeof source === 'string') return [];
  const held = heldExpansions(before, source);
  return moved.flatMap(({ was, is }) => {
    const unit = source.top.find(({ item }) => item.start === was.start)?.unit;
    const why = unit && held.get(unit.id);
    return why === undefined ? [] : [{ path: is.path, start: is.start, why: `R15: ${why}` }];
  });
}
