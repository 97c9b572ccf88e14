import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Proof, Rung } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { javascriptProver } from '../../../src/engine/prove/javascript/javascript-prover.ts';
import { diskStage } from '../../engine/prove/rust/disk-stage.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import type { Sabotage } from './sabotage.ts';
import { SABOTAGE } from './table.ts';

const COMPILER = { module: 'nodenext', target: 'es2022', strict: true, isolatedModules: true, noEmit: true, types: [] };
const REST = {
  'tsconfig.json': JSON.stringify({ compilerOptions: COMPILER, include: ['*/src', 'globals.d.ts'] }),
  'package.json': '{"type":"module"}',
  'globals.d.ts': [
    'declare const __filename: string;',
    'declare const module: { id: string };',
    'declare function require(name: string): unknown;',
    'declare namespace require {',
    '  const main: unknown;',
    '}',
    'declare const env: Record<string, string>;',
    '',
  ].join('\n'),
};

type Files = Readonly<Record<string, string>>;

/** Each case in a folder of its own, so that one run of tsc serves them all. */
const together = (cases: readonly Sabotage[], pick: (one: Sabotage) => Files): Files =>
  Object.fromEntries(
    cases.flatMap((one) =>
      Object.entries(pick(one)).map(([path, text]) => [`case${SABOTAGE.indexOf(one)}/${path}`, text]),
    ),
  );

/** Proves with the TypeScript of this repository. */
async function prove(cases: readonly Sabotage[], rung: Rung): Promise<readonly Proof[]> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'js-stage-'));
  const before = memoryView({ ...together(cases, (one) => one.before), ...REST });
  const after = memoryView({ ...together(cases, (one) => one.after), ...REST });
  mkdirSync(join(root, 'node_modules'));
  const typescript = realpathSync(join(import.meta.dirname, '../../../node_modules/typescript'));
  symlinkSync(typescript, join(root, 'node_modules/typescript'));
  const stage = diskStage(before, after, root, root);
  const { signal } = new AbortController();
  try {
    const request = { before, after, changeSet: null, stage, testCommand: null, onProgress: SILENT, signal };
    return (await javascriptProver.prove({ ...request, rungs: [rung] })).proofs;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const verdicts = (proofs: readonly Proof[]): string[] => [...new Set(proofs.map(({ verdict }) => verdict))];

describe('broken splits', () => {
  const bySyntax = SABOTAGE.filter(({ rejects }) => rejects === 'S');

  test.each(bySyntax)('$title: rejected by S', async (one) => {
    expect(verdicts(await prove([one], 'S'))).toEqual(['failed']);
  });

  test('what S rejects is accepted by B', async () => {
    expect((await prove(bySyntax, 'B')).filter(({ verdict }) => verdict !== 'proven')).toEqual([]);
    expect(bySyntax.length).toBeGreaterThanOrEqual(8);
  }, 120_000);

  test.each(SABOTAGE.filter(({ rejects }) => rejects === 'B'))(
    '$title: rejected by B, accepted by S',
    async (one) => {
      expect(verdicts(await prove([one], 'B'))).toEqual(['failed']);
      expect(verdicts(await prove([one], 'S'))).toEqual(['proven']);
    },
    120_000,
  );
});
