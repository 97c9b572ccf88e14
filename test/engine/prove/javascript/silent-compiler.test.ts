import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SILENT } from '../../../../src/core/progress.ts';
import { javascriptProver } from '../../../../src/engine/prove/javascript/javascript-prover.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { diskStage } from '../rust/disk-stage.ts';

const root = mkdtempSync(join(realpathSync(tmpdir()), 'silent-tsc-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a compiler that ends without a word is named with its exit code, and nothing is proven', async () => {
  const home = join(root, 'node_modules/typescript');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"version":"0.0.0","bin":{"tsc":"tsc.js"}}');
  writeFileSync(join(home, 'tsc.js'), 'process.exit(134);\n');
  const rest = { 'tsconfig.json': '{}', 'package.json': '{"type":"module"}' };
  const before = memoryView({ ...rest, 'm.ts': 'export const a = 1;\nexport const b = 2;\n' });
  const after = memoryView({ ...rest, 'm.ts': "export const a = 1;\nexport { b } from './m/b.js';\n" });
  const { proofs } = await javascriptProver.prove({
    before,
    after,
    changeSet: null,
    stage: diskStage(before, after, root, root),
    rungs: ['B'],
    testCommand: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  expect(proofs.map(({ path, verdict, why }) => `${path} ${verdict}: ${why}`)).toEqual([
    'm.ts not-run: tsc -p tsconfig.json ended with exit code 134 before the change without reporting what it compiles: make it run, then try again',
  ]);
});
