import { expect, test, vi } from 'vitest';
import type { ChangeSet } from '../../src/core/change-set.ts';
import { NOTHING_ACCEPTED, type Rung } from '../../src/core/evidence.ts';
import { SILENT } from '../../src/core/progress.ts';
import { planFile } from '../../src/engine/plan/plan-file.ts';
import { proveChange } from '../../src/engine/prove/prove-change.ts';
import { splitFiles } from '../../src/engine/split/split-files.ts';
import { memoryView } from '../helpers/memory-view.ts';
import { toyLanguage } from './toy/toy-language.ts';

vi.mock(import('../../src/engine/languages.ts'), async (original) => {
  const { toyLanguage: toy } = await import('./toy/toy-language.ts');
  return { LANGUAGES: [...(await original()).LANGUAGES, toy] };
});

const PATH = 'src/kitchen.toy';
const filler = (word: string): string => `  ${word} ${word} ${word}\n`.repeat(9);
const fruits = ['apple', 'pear', 'plum', 'cherry'].map(
  (fruit, i, all) => `let fruit_${fruit} = ${i > 0 ? `fruit_${all[i - 1]}` : 'water'}\n${filler(fruit)}`,
);
const breads = ['rye', 'wheat', 'oat', 'corn'].map(
  (bread, i, all) => `let bread_${bread} = ${i > 0 ? `bread_${all[i - 1]}` : 'fruit_apple'}\n${filler(bread)}`,
);
const view = memoryView({ [PATH]: `let water = clear\n${[...fruits, ...breads].join('')}`, 'notes.txt': 'nothing' });
const plan = planFile(view, { path: PATH, limit: 50 });

const split = (asked: readonly Rung[] = ['S']) =>
  splitFiles({
    view,
    plans: [plan],
    notes: false,
    asked,
    testCommand: null,
    inPlace: false,
    onAnnounce: () => undefined,
    lock: null,
    receipt: { tool: 'omni-refactor 0', appliedAt: '', command: [] },
    onProgress: SILENT,
    signal: new AbortController().signal,
  });

test('plans by subject, in files of its own layout', () => {
  expect(plan.codemod).toBe('toy/split-module');
  expect(plan.modules.map(({ units }) => units.length)).toEqual([5, 4]);
  expect(plan.predicted.files.map(({ path }) => path.startsWith('src/kitchen'))).not.toContain(false);
});

test('a split is made and proven by S, every changed path claimed by the language', async () => {
  const { outcome, evidence, after, decision } = await split();
  expect(outcome).toBe('proven');
  expect(evidence.proofs.map(({ rung, verdict }) => `${rung} ${verdict}`)).toEqual([
    'S proven',
    'S proven',
    'S proven',
  ]);
  expect(decision.claims.map(({ by }) => by)).toEqual(['rungs', 'rungs', 'rungs']);
  expect(after.text(PATH)).toContain('give fruit_pear from src/kitchen/');
});

test('a rung that its prover does not have is refused by name', async () => {
  await expect(split(['S', 'M'])).rejects.toMatchObject({
    problem: { code: 'rung-not-built', what: 'The evidence M cannot be given for toy' },
  });
});

/** The split with one text in place of another in all that it writes. */
function sabotaged(from: RegExp): ChangeSet {
  const made = toyLanguage.split.run(view, { path: PATH, plan, notes: false });
  if (made.status === 'refused') throw new Error('refused');
  const spoil = <Piece extends object>(piece: Piece): Piece =>
    'text' in piece ? { ...piece, text: (piece.text as string).replace(from, '') } : piece;
  const { edit, create } = made.changeSet;
  return {
    ...made.changeSet,
    edit: edit.map((one) => ({ ...one, edits: one.edits.map(spoil) })),
    create: create.map((one) => ({ ...one, parts: one.parts.map(spoil) })),
  };
}

const lostStatement = (): ChangeSet => {
  const whole = sabotaged(/^$/);
  return { ...whole, create: whole.create.map((one) => ({ ...one, parts: one.parts.slice(0, -1) })) };
};

test.each([
  ['a name that is no longer given', () => sabotaged(/^give .*\n/), 'no longer given'],
  ['a name that is not brought along', () => sabotaged(/^use .*\n/), 'not bound'],
  ['a statement that is lost', lostStatement, 'statements differ'],
])('S fails on %s', async (_what, sabotage, why) => {
  const changeSet = sabotage();
  const after = view.overlay(changeSet);
  const { proofs } = await proveChange({
    before: view,
    after,
    changeSet,
    paths: [PATH, ...changeSet.create.map(({ path }) => path)],
    asked: ['S'],
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  expect(
    proofs
      .filter(({ verdict }) => verdict === 'failed')
      .map((proof) => proof.why)
      .join(),
  ).toContain(why);
});
