import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NAMESPACE_SCRIPT } from '../../../../src/engine/prove/python/scripts/namespace-script.ts';
import { runTool } from '../../../helpers/run-tool.ts';
import { tempWorkspace } from '../../../helpers/temp-workspace.ts';

test('a module of the standard library that the description itself works with is described while its names are set', async () => {
  const found = await runTool('python3', ['-c', 'import dis; print(dis.__file__)'], { cwd: '/' });
  const source = await readFile(found.stdout.trim(), 'utf8');
  const root = tempWorkspace({ 'dis.py': source });
  const patched = [...source.matchAll(/^(?:def|class) (\w+)|^(\w+) = /gm)].map(([, defined, set]) => defined ?? set!);
  expect(patched).toContain('get_instructions');
  const asked = JSON.stringify({ module: 'dis', family: [], patched });
  const ran = await runTool('python3', ['-c', NAMESPACE_SCRIPT, asked], { cwd: root });
  expect(ran.stderr).toBe('');
  const answer = JSON.parse(ran.stdout.split('\u001e')[1]!);
  expect(answer.files.dis).toBe(join(root, 'dis.py'));
  expect(answer.unreached).toEqual([]);
});
