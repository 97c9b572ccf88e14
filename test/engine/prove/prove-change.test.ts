import { expect, test, vi } from 'vitest';
import { NOTHING_ACCEPTED, type Proof, type Rung } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const asked: Rung[][] = [];
let lost: Rung | null = null;

vi.mock('../../../src/engine/languages.ts', () => ({
  LANGUAGES: [
    {
      id: 'rust',
      reads: () => true,
      outline: () => ({ status: 'failed' }),
      prover: async () => ({
        language: 'rust',
        rungs: ['S', 'B', 'A', 'M', 'T'],
        divides: [],
        announce: () => [],
        prove: async ({ rungs }: { rungs: Rung[] }) => {
          asked.push(rungs);
          const proofs = rungs.map((rung): Proof => {
            const verdict = rung === lost ? 'not-run' : 'proven';
            return { rung, path: 'a.rs', configuration: '-', verdict, why: '' };
          });
          return { proofs, commands: [], diagnostics: [], tools: [] };
        },
      }),
    },
  ],
}));

/** The rungs that a prover is asked for, call by call, where one of them cannot be shown. */
async function phases(which: Rung | null): Promise<string[]> {
  const { proveChange } = await import('../../../src/engine/prove/prove-change.ts');
  asked.length = 0;
  lost = which;
  const view = memoryView({ 'a.rs': '' });
  await proveChange({
    before: view,
    after: view,
    changeSet: null,
    paths: ['a.rs'],
    asked: ['S', 'B', 'A', 'M', 'T'],
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  return asked.map((rungs) => rungs.join(''));
}

test('a lost rung stops the costly ones after it', async () => {
  expect(await phases(null)).toEqual(['S', 'BAM', 'T']);
  expect(await phases('S')).toEqual(['S']);
  expect(await phases('B')).toEqual(['S', 'BAM']);
  expect(await phases('M')).toEqual(['S', 'BAM']);
});
