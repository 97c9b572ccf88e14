import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { checkCrash, type Files } from '../../helpers/check-crash.ts';
import { type CompiledTool, compileTool } from '../../helpers/compiled-tool.ts';
import { type Crash, runCrashChild } from '../../helpers/crash-child.ts';
import { readTree } from '../../helpers/disk-tree.ts';
import { applyOptions, lockedWorkspace, SPLIT, SPLIT_TREE } from '../../helpers/locked-workspace.ts';
import { manyFiles } from '../../helpers/many-files.ts';

/** `KILLS=300 npx vitest run test/engine/apply/kill.test.ts` is the long run: 300 random moments, and every step. */
const KILLS = Number(process.env.KILLS ?? 15);
const STRIDE = KILLS >= 300 ? 1 : 7;

let build: CompiledTool;
beforeAll(() => {
  build = compileTool();
});
afterAll(() => build.remove());

test.each(['apply', 'undo', 'resume'] as const)(
  'a process killed by signal in %s leaves each file old or new',
  async (verb) => {
    const twin = await lockedWorkspace(SPLIT_TREE);
    const old = readTree(twin.root);
    await applyChangeSets(applyOptions(twin.lock, SPLIT));
    const sides = { old, new: readTree(twin.root) };
    const results = new Set<string>();
    for (let killAt = 1, alive = false; !alive; killAt += STRIDE) {
      const workspace = await lockedWorkspace(SPLIT_TREE);
      const child: Crash = { ...inFolder(workspace), verb: 'apply', changeSets: [SPLIT] };
      if (verb === 'undo') await applyChangeSets(applyOptions(workspace.lock, SPLIT));
      if (verb === 'resume') await runCrashChild({ ...child, killAt: 27 });
      const { killed, said } = await runCrashChild({ ...child, verb, killAt, middle: killAt % 2 === 0 });
      alive = !killed;
      if (alive) expect(said).toMatch(/^done \d+$/);
      results.add(await checkCrash(workspace, sides));
    }
    expect(results).toContain('open');
  },
  600_000,
);

test(`a process killed at ${KILLS} random moments leaves each file old or new`, async () => {
  const { tree, set } = manyFiles(40);
  const results: Record<string, number> = { old: 0, new: 0, open: 0 };
  // A busy machine takes many times as long as an idle one: the moments are parts of one whole run on this one. It may still be
  // busy at one time and idle at another, so only the long run can count on moments in the midst; the test above stops at each step.
  const whole = await runCrashChild({ ...inFolder(await lockedWorkspace(tree)), verb: 'apply', changeSets: [set] });
  for (let seed = 1; seed <= KILLS; seed++) {
    const workspace = await lockedWorkspace(tree);
    const old = readTree(workspace.root);
    const after: Files = { 'part/': 'folder' };
    for (const { path } of set.edit) after[path] = old[path]!.replace('one', 'two');
    for (const { path } of set.create) after[path] = '644 new\n';
    const killAfterMs = (whole.worked * ((seed * 37) % 90)) / 90;
    await runCrashChild({ ...inFolder(workspace), verb: 'apply', changeSets: [set], killAfterMs });
    results[await checkCrash(workspace, { old, new: after })]! += 1;
  }
  console.log(`killed at random: ${JSON.stringify(results)}`);
  expect(results.old! + results.new! + results.open!).toBe(KILLS);
  if (KILLS >= 300) expect(results.open).toBeGreaterThan(0);
}, 600_000);

test('a disk that takes no large file is told in one line, and nothing is left in the tree', async () => {
  const { tree, set } = manyFiles(40);
  const workspace = await lockedWorkspace(tree);
  const before = readTree(workspace.root);
  const child: Crash = { ...inFolder(workspace), verb: 'apply', changeSets: [set] };
  expect((await runCrashChild({ ...child, largestFile: 1 })).said).toBe('disk-full');
  expect(readTree(workspace.root)).toEqual(before);
  expect((await runCrashChild(child)).said).toMatch(/^done/);
});

const inFolder = ({ root, home }: { root: string; home: string }) => ({
  build: build.dir,
  root,
  home: join(home, 'state'),
});
