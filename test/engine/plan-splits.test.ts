import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/core/plan.ts';
import { makeChangeSet } from '../../src/engine/change/make-change-set.ts';
import { planSplits } from '../../src/engine/split/plan-splits.ts';
import type { View } from '../../src/workspace/view.ts';
import { memoryView } from '../helpers/memory-view.ts';

const PATH = 'src/expr.rs';
const functions = (words: readonly string[], indent: string): string =>
  words
    .flatMap((word) =>
      ['read', 'write'].map((verb) =>
        [
          `${indent}pub fn ${verb}_${word}(x: u8) -> u8 {`,
          ...Array.from({ length: 40 }, (_, i) => `${indent}    let ${word}${i} = x;`),
          `${indent}    x`,
          `${indent}}`,
          '',
        ].join('\n'),
      ),
    )
    .join('\n');

/** 250 lines of functions, and an inline module of as many. */
const text = (name: string): string =>
  `${functions(['star', 'moon', 'comet'], '')}\npub mod ${name} {\n${functions(['apple', 'pear', 'plum'], '    ')}}\n`;

const settle = (view: View, plans: readonly Plan[]): View =>
  plans.reduce((at, plan) => {
    const made = makeChangeSet(at, { path: plan.base[0]!.path, plan, notes: false });
    if (made.status === 'refused') throw new Error(made.refusals[0]!.why);
    return at.overlay(made.changeSet);
  }, view);

describe('planSplits', () => {
  const view = memoryView({ [PATH]: text('fruit') });

  it('plans the file of an inline module too where that is over the limit', () => {
    const plans = planSplits(view, [PATH], { limit: 150 }).plans;
    expect(plans.map(({ base }) => base[0]!.path)).toEqual([PATH, 'src/expr/fruit.rs']);
    const after = settle(view, plans);
    const sizes = after.files.map(({ path }) => after.text(path).split('\n').length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(151);
    expect(plans[0]!.bound.lines).toBe(150);
  });

  it('leaves the file of an inline module alone where it is small enough', () => {
    expect(planSplits(view, [PATH], { limit: 400 }).plans.map(({ base }) => base[0]!.path)).toEqual([PATH]);
  });

  it('is the same for the same view, in path order', () => {
    const two = memoryView({ 'src/b.rs': text('fruit'), 'src/a.rs': text('tree') });
    const plans = planSplits(two, ['src/b.rs', 'src/a.rs'], { limit: 150 }).plans;
    expect(plans.map(({ base }) => base[0]!.path)).toEqual(['src/a.rs', 'src/a/tree.rs', 'src/b.rs', 'src/b/fruit.rs']);
    expect(planSplits(two, ['src/b.rs', 'src/a.rs'], { limit: 150 }).plans).toEqual(plans);
  });
});
