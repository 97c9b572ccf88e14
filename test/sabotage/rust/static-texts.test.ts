import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../src/engine/verdict/changes-between.ts';
import { claimPaths, provenPaths } from '../../../src/engine/verdict/claim-paths.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../helpers/prove-rust-syntax.ts';
import { readDivisions } from './read-divisions.ts';
import type { Division } from './static-sabotages.ts';

const DIVISIONS = readDivisions();

/** Paths that nobody speaks for, and files in which S fails. */
function refused({ base, head }: Division): string[] {
  const before = memoryView(base, { readManifests });
  const after = memoryView(head, { readManifests });
  const claims = claimPaths(before, after, changesBetween(before, after));
  const proofs = proveRustSyntax(before, after, null, provenPaths(claims));
  return [
    ...claims.filter(({ by }) => by === 'nothing').map(({ path }) => path),
    ...proofs.filter(({ verdict }) => verdict !== 'proven').map(({ path }) => path),
  ];
}

describe('divisions that are right', () => {
  const right = DIVISIONS.filter(({ fails }) => fails === null);
  it.each(right.map((one) => [`${one.kind}: ${one.name}`, one] as const))('%s: proven by S', (_, one) => {
    expect(refused(one)).toEqual([]);
  });
});

describe('divisions that are wrong', () => {
  const wrong = DIVISIONS.filter(({ fails }) => fails !== null);
  it.each(wrong.map((one) => [`${one.kind}: ${one.name}`, one] as const))('%s: refused', (_, one) => {
    expect(refused(one)).toContain(one.fails);
  });
});

it('no name stands twice in a kind', () => {
  const names = DIVISIONS.map(({ kind, name }) => `${kind}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
});
