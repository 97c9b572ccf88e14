import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import type { ChangeSet, Edit } from '../../../src/core/change-set.ts';
import type { Proof, Rung } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { pythonProver } from '../../../src/engine/prove/python/python-prover.ts';
import { folderStage } from '../../helpers/folder-stage.ts';
import { handPlan } from '../../helpers/plan-python.ts';
import { viewOf } from '../../helpers/split-cases.ts';
import { CUT_SABOTAGES, CUTS, MODULES, SHAPES } from './cut-sabotages.ts';

const PATH = 'shapes.py';

function split(text: string): ChangeSet {
  const view = viewOf({ ...SHAPES, [PATH]: text });
  const plan = { ...handPlan(view, PATH, MODULES), cuts: CUTS };
  const result = pythonSplitModule.run(view, { path: PATH, plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  return result.changeSet;
}

/** The change set of the honest module on another text of almost the same letters: what a codemod without guards would write. */
function moved(set: ChangeSet, from: string, to: string): ChangeSet {
  const at = [...from].findIndex((letter, i) => letter !== to[i]);
  const shift = to.length - from.length;
  const later = (offset: number): number => (offset > at ? offset + shift : offset);
  const move = <One extends { readonly start: number; readonly end: number }>(one: One): One => ({
    ...one,
    start: later(one.start),
    end: later(one.end),
  });
  const { base } = viewBase(to);
  return {
    ...set,
    base,
    edit: set.edit.map(({ path, edits }) => ({ path, edits: edits.map(move) })),
    create: set.create.map((file) => ({
      ...file,
      parts: file.parts.map((part) =>
        'from' in part ? { from: move(part.from), edits: (part.edits ?? []).map(move) } : part,
      ),
    })),
  };
}

const viewBase = (text: string): Pick<ChangeSet, 'base'> => {
  const view = viewOf({ ...SHAPES, [PATH]: text });
  return { base: handPlan(view, PATH, MODULES).base.map((one) => ({ ...one, mode: view.file(PATH)!.mode })) };
};

const mangled = (set: ChangeSet, mangle: (edit: Edit) => Edit[]): ChangeSet => ({
  ...set,
  create: set.create.map((file) => ({
    ...file,
    parts: file.parts.map((part) =>
      'from' in part
        ? {
            ...part,
            edits: (part.edits ?? []).flatMap((edit) => (edit.reason === 'cycle-break' ? mangle(edit) : [edit])),
          }
        : part,
    ),
  })),
});

async function prove(text: string, changeSet: ChangeSet, rungs: readonly Rung[]): Promise<readonly Proof[]> {
  const before = viewOf({ ...SHAPES, [PATH]: text });
  const after = before.overlay(changeSet);
  const stage = folderStage(before, after);
  const { signal } = new AbortController();
  const request = { before, after, changeSet, stage, rungs, testCommand: null, onProgress: SILENT, signal };
  return (await pythonProver.prove(request)).proofs;
}

const failed = (proofs: readonly Proof[]): string[] =>
  proofs.filter(({ verdict }) => verdict !== 'proven').map(({ why }) => why);

test('a cut that is declared is proven by every rung', async () => {
  const text = SHAPES[PATH]!;
  const proofs = await prove(text, split(text), ['S', 'B', 'A', 'M', 'T']);
  expect(failed(proofs)).toEqual([]);
  expect(new Set(proofs.map(({ rung }) => rung))).toEqual(new Set(['S', 'B', 'A', 'M', 'T']));
  expect(proofs.find(({ rung }) => rung === 'M')!.why).toMatch(/1 of them with the declared import/);
  expect(proofs.find(({ rung }) => rung === 'S')!.why).toMatch(/but for 1 declared import in functions/);
});

test.each(CUT_SABOTAGES)(
  '$name is rejected by $rejects and accepted by $accepts',
  async ({ module, mangle, rejects, why, accepts }) => {
    const honest = SHAPES[PATH]!;
    const text = module ?? honest;
    const changeSet = mangled(module === undefined ? split(honest) : moved(split(honest), honest, text), mangle);
    expect(failed(await prove(text, changeSet, [rejects])).join('\n')).toMatch(why);
    const accepting = await prove(text, changeSet, [accepts]);
    expect(failed(accepting)).toEqual([]);
    expect(new Set(accepting.map(({ rung }) => rung))).toEqual(new Set([accepts]));
  },
);
