import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editContext } from '../../../analyzers/modules/edit/edit-context.ts';
import {
  divideModule,
  type Edited,
  mergeModules,
  moveUnits,
  renameModule,
} from '../../../analyzers/modules/edit/edit-plan.ts';
import { FACADE, planReferences } from '../../../analyzers/modules/edit/plan-references.ts';
import { validatePlan } from '../../../analyzers/modules/edit/validate-plan.ts';
import { predictFiles } from '../../../analyzers/modules/predict/predict-files.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { planningOf } from '../../../src/engine/planning-of.ts';
import { samplePlanned } from '../../tui/helpers/sample-plan.ts';

const { plan: first, outline, text } = samplePlanned();
const context = editContext(planningOf(outline.language), outline, text, first.limit);
const ids = outline.units.map(({ id }) => id);

const planOf = (edited: Edited): Plan => {
  if (edited.status === 'refused') throw new Error(edited.why);
  return edited.plan;
};

/** What a warning looks like that gives this reason and no other. */
const oneReason = (name: string, why: string | null): unknown =>
  why === null ? null : expect.stringMatching(new RegExp(`^${name}: [^:]*${why}[^:]*$`));

describe('edits of a plan', () => {
  test('a unit moves with what it is never parted from', () => {
    const edited = moveUnits(first, context, ['struct Press'], { to: 'new', name: 'machine' });
    expect(edited.status === 'edited' && [...edited.moved]).toEqual(['struct Press', 'impl Press']);
    expect(planOf(edited).modules.find(({ name }) => name === 'machine')?.units).toEqual([
      'struct Press',
      'impl Press',
    ]);
  });

  test('an import stays, and the plan says why', () => {
    const stuck = [...context.fixed.keys()][0]!;
    expect(moveUnits(first, context, [stuck], { to: 'facade' })).toMatchObject({
      status: 'refused',
      why: expect.stringContaining(stuck),
    });
  });

  test('a person may give a name that nobody would propose', () => {
    expect(context.mayBeCalled('helpers')).toBe(false);
    expect(renameModule(first, context, first.modules[0]!.name, 'helpers').status).toBe('edited');
  });

  test.each(['9a', 'a b', 'a-b', '', 'x'.repeat(200), first.modules[1]!.name])('no module is renamed to %j', (name) => {
    expect(renameModule(first, context, first.modules[0]!.name, name).status).toBe('refused');
  });

  test.each([
    ['Upper', 'lower-case'],
    ['fn', 'the language'],
    ['mod', 'loader'],
    ['con', 'Windows'],
    ['helpers', null],
    ['part_1', null],
  ])('what speaks against %j is said in one reason, and it is taken', (name, why) => {
    const edited = renameModule(first, context, first.modules[0]!.name, name);
    expect(edited).toMatchObject({ status: 'edited', warning: oneReason(name, why) });
  });

  test('merging leaves one module fewer, dividing it gives more; every unit keeps one place', () => {
    const [a, b] = first.modules.map(({ name }) => name) as [string, string];
    const merged = planOf(mergeModules(first, context, a, b));
    expect(merged.modules.length).toBe(first.modules.length - 1);
    const divided = planOf(divideModule(merged, context, b));
    expect(divided.modules.length).toBeGreaterThan(merged.modules.length);
    expect(validatePlan(context.language, divided, outline, hashOf(text))).toEqual([]);
  });

  test('whatever is moved where, the plan stays valid, its sizes are those of the prediction, and no reference is lost', () => {
    const all = (plan: Plan): number => {
      const { cut, inside } = planReferences(plan, context);
      return cut.reduce((sum, { reads }) => sum + reads, inside);
    };
    const target = fc.constantFrom('facade', 'apple_store', 'barrel_store', 'cellar');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.subarray(ids, { minLength: 1 }), target), { maxLength: 6 }), (moves) => {
        let plan: Plan = first;
        for (const [units, name] of moves) {
          const movable = units.filter((id) => context.atomOf.has(id));
          const known = plan.modules.some((module) => module.name === name);
          const edited = moveUnits(
            plan,
            context,
            movable,
            name === 'facade' ? { to: 'facade' } : { to: known ? 'module' : 'new', name },
          );
          plan = edited.status === 'edited' ? edited.plan : plan;
        }
        expect(validatePlan(context.language, plan, outline, hashOf(text))).toEqual([]);
        expect(plan.predicted.files).toEqual(predictFiles(plan, context));
        expect(all(plan)).toBe(all(first));
      }),
      { numRuns: 60 },
    );
  });

  test('cut edges name the files on both sides', () => {
    const moved = planOf(moveUnits(first, context, ['fn apple_step_7'], { to: 'facade' }));
    const home = moved.modules.find(({ units }) => units.includes('fn apple_step_6'))!.name;
    expect(planReferences(moved, context).cut).toContainEqual({ from: FACADE, to: home, pairs: 1, reads: 1 });
  });
});
