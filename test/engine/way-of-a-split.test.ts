import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { walkCalls } from '../helpers/walk-calls.ts';

const MOST_ROOMS = 10;
const MOST_RETURNS = 6;

/** What holds the request of a split: whoever takes one of these is on its way. */
const CARRIERS = [
  'Work',
  'SplitRequest',
  'FileTask',
  'Job',
  'Run',
  'ProveOptions',
  'ProofRequest',
  'GroundOptions',
  'StageOptions',
  'ApplyOptions',
  'ReceiptDraft',
];

/** The rooms that a split by a Python plan enters, from the command line to the receipt, in the order of the calls. */
function rooms(): string[] {
  const steps = walkCalls({
    start: { file: 'src/cli/run-split.ts', name: 'runSplit' },
    carriers: CARRIERS,
    behind: {
      'job.run': { file: 'src/engine/change/make-change-set.ts', name: 'makeChangeSet' },
      'codemod.run': { file: 'codemods/python/split-module/index.ts', name: 'run' },
      'prover.prove': { file: 'src/engine/prove/python/python-prover.ts', name: 'prove' },
      'ground.write': { file: 'src/engine/stage/with-ground.ts', name: 'writeRun' },
      'ground.keep': { file: 'src/engine/apply/apply-change-sets.ts', name: 'applyChangeSets' },
    },
  });
  const written = steps.findLastIndex(({ name }) => name === 'applyChangeSets');
  const entered = steps.slice(0, written + 1).map(({ file }) => dirname(file));
  return entered.filter((room, i) => room !== entered[i - 1]);
}

test(`the way of a split enters at most ${MOST_ROOMS} rooms, and returns to a room at most ${MOST_RETURNS} times`, () => {
  const way = rooms();

  const distinct = new Set(way);
  expect([...distinct]).toEqual(
    expect.arrayContaining(['src/engine/split', 'src/engine/change', 'src/engine/prove', 'src/engine/apply']),
  );
  expect(distinct.size, way.join(' -> ')).toBeLessThanOrEqual(MOST_ROOMS);
  expect(way.length - distinct.size, way.join(' -> ')).toBeLessThanOrEqual(MOST_RETURNS);
});
