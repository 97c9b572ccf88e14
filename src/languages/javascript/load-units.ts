import type { Outline } from '../../core/unit.ts';
import { childrenOf, kindOf, type Node, type Syntax } from '../syntax.ts';
import { within } from '../within.ts';
import type { LexicalNames } from './lexical-names.ts';
import { holdsState, isEvaluated, loadEffect } from './load-effects.ts';
import type { LoadUnit } from './load-order.ts';

/** The units of a file as their loading sees them; indices are places in `outline.units` sorted by offset. */
export function readLoadUnits(syntax: Syntax, outline: Outline, names: LexicalNames): LoadUnit[] {
  const units = [...outline.units].sort((a, b) => a.start - b.start);
  const holder = new Map<string, number>();
  units.forEach(({ kind, defines }, index) => {
    if (kind !== 'import') for (const { name } of defines) if (!holder.has(name)) holder.set(name, index);
  });
  const statements = statementsOf(syntax);
  return units.map((unit, index) => {
    const nodes = statements.filter((node) => syntax.start[node]! >= unit.start && syntax.end[node]! <= unit.end);
    const found = within(names.free, unit.start, unit.end).flatMap(({ name, space, eager }) => {
      const at = holder.get(name);
      return at === undefined || at === index || space === 'type' ? [] : [{ at, eager }];
    });
    return {
      effect: loadEffect(syntax, unit, nodes),
      evaluated: isEvaluated(syntax, unit, nodes),
      state: holdsState(syntax, nodes),
      eager: [...new Set(found.filter(({ eager }) => eager).map(({ at }) => at))],
      uses: [...new Set(found.map(({ at }) => at))],
    };
  });
}

/** Top-level statements, without comments. */
export const statementsOf = (syntax: Syntax): Node[] =>
  childrenOf(syntax, 0).filter((node) => !/^(comment|html_comment|hash_bang_line)$/.test(kindOf(syntax, node)));
