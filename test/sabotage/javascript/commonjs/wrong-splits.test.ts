import { beforeAll, expect, test } from 'vitest';
import { proveSyntax } from '../../../../src/engine/prove/javascript/prove-syntax.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { runProjects } from './run-cases.ts';
import { WRONG_SPLITS } from './wrong-splits.ts';

let said: readonly string[] = [];
beforeAll(() => {
  said = runProjects(WRONG_SPLITS.flatMap(({ before, after }) => [before, after]));
});

test.each(WRONG_SPLITS.map((one, index) => ({ ...one, index })))(
  '$title: another program, and refused by S',
  ({ before, after, index }) => {
    expect(said[2 * index + 1]).not.toBe(said[2 * index]);
    const paths = Object.keys(after).filter((path) => before[path] !== after[path]);
    const proofs = proveSyntax(memoryView(before), memoryView(after), paths, null);
    expect(proofs.length).toBeGreaterThan(0);
    expect(proofs.some(({ verdict }) => verdict === 'proven')).toBe(false);
  },
);
