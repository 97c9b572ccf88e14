import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SILENT } from '../../../src/core/progress.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { findUnfinished } from '../../../src/engine/apply/list-history.ts';
import { resumeApply, undoLast } from '../../../src/engine/apply/undo-last.ts';
import type { Lock } from '../../../src/engine/state/with-lock.ts';
import { buildOnce, type Crash, runCrashChild } from '../../helpers/crash-child.ts';
import { readTree } from '../../helpers/disk-tree.ts';
import { applyOptions, lockedWorkspace, SPLIT, SPLIT_TREE } from '../../helpers/locked-workspace.ts';
import { manyFiles } from '../../helpers/many-files.ts';

/** `KILLS=300 npx vitest run test/engine/apply/kill.test.ts` is the long run. */
const KILLS = Number(process.env.KILLS ?? 15);

let build: ReturnType<typeof buildOnce>;
beforeAll(() => {
  build = buildOnce();
});
afterAll(() => build.remove());

type Files = Record<string, string>;
const sides = { old: {} as Files, new: {} as Files };

/** Each file is whole, and what it was before or after; then undo gives all old and resume all new. Returns what was found. */
async function checkCrash(root: string, lock: Lock, home: string, was: { old: Files; new: Files }): Promise<string> {
  const found = readTree(root);
  for (const path of new Set([...Object.keys(was.old), ...Object.keys(was.new)]))
    if (!path.endsWith('/')) expect([was.old[path], was.new[path]], path).toContain(found[path]);
  for (const path of Object.keys(found))
    if (!(path in was.old) && !(path in was.new)) expect(path).toMatch(/\.omni-.*\.tmp$/);
  const open = await findUnfinished(lock.state);
  if (open === null) {
    expect([was.old, was.new]).toContainEqual(found);
    return JSON.stringify(found) === JSON.stringify(was.old) ? 'old' : 'new';
  }
  await expect(applyChangeSets(applyOptions(lock, SPLIT))).rejects.toMatchObject({ exitCode: 3 });
  const keep = join(home, 'kept');
  rmSync(keep, { recursive: true, force: true });
  for (const part of ['ws', 'state'])
    cpSync(join(home, part), join(keep, part), { recursive: true, verbatimSymlinks: true });
  await undoLast({ lock, onProgress: SILENT });
  expect(readTree(root)).toEqual(was.old);
  for (const part of ['ws', 'state']) {
    rmSync(join(home, part), { recursive: true });
    cpSync(join(keep, part), join(home, part), { recursive: true, verbatimSymlinks: true });
  }
  await resumeApply({ lock, onProgress: SILENT });
  expect(readTree(root)).toEqual(was.new);
  expect(await findUnfinished(lock.state)).toBeNull();
  return 'open';
}

test.each([
  ['apply', false],
  ['apply', true],
  ['undo', false],
  ['resume', false],
] as const)(
  'killed at every step of %s (in the middle of a write: %s)',
  async (verb, middle) => {
    const results = new Set<string>();
    for (let killAt = 1; ; killAt++) {
      const { root, lock, home } = await lockedWorkspace(SPLIT_TREE);
      const old = readTree(root);
      const child: Crash = { build: build.folder, root, home: join(home, 'state'), verb: 'apply', changeSets: [SPLIT] };
      if (verb === 'undo') await applyChangeSets(applyOptions(lock, SPLIT));
      if (verb === 'resume') await runCrashChild({ ...child, killAt: RESUME_FROM });
      const { killed, said } = await runCrashChild({ ...child, verb, killAt, middle });
      if (sides.new['src/lib/deep/b.rs'] === undefined) {
        const twin = await lockedWorkspace(SPLIT_TREE);
        await applyChangeSets(applyOptions(twin.lock, SPLIT));
        Object.assign(sides, { old, new: readTree(twin.root) });
      }
      if (!killed) {
        expect(said).toBe(`done ${killAt - 1}`);
        break;
      }
      results.add(await checkCrash(root, lock, home, sides));
    }
    expect(results).toContain('open');
    if (verb === 'apply') expect([...results].sort()).toEqual(['new', 'old', 'open']);
  },
  120_000,
);

/** An operation of the apply behind the first rename of the split above. */
const RESUME_FROM = 60;

test(`killed at ${KILLS} random moments`, async () => {
  const { tree, set } = manyFiles(40);
  const results: Record<string, number> = {};
  for (let seed = 1; seed <= KILLS; seed++) {
    const { root, lock, home } = await lockedWorkspace(tree);
    const was = { old: readTree(root), new: {} as Files };
    for (const { path } of set.edit) was.new[path] = was.old[path]!.replace('one', 'two');
    for (const { path } of set.create) Object.assign(was.new, { [path]: '644 new\n', 'part/': 'folder' });
    const child: Crash = { build: build.folder, root, home: join(home, 'state'), verb: 'apply', changeSets: [set] };
    await runCrashChild({ ...child, killAfterMs: (seed * 37) % 150 });
    const result = await checkCrash(root, lock, home, was);
    results[result] = (results[result] ?? 0) + 1;
  }
  console.log('random kills', results);
  expect(results.open).toBeGreaterThan(0);
}, 600_000);
