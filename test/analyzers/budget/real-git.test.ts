import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CEILING, check, mend, treeOf } from '../../helpers/gate-of-crate.ts';
import { applyOp, arbitraryCrate, arbitraryOp, type Crate, crateFiles } from '../../helpers/generated-crate.ts';
import { runOmni } from '../../helpers/run-omni.ts';
import { type TempRepository, tempRepository } from '../../helpers/temp-repository.ts';

/** A hundred of the generated histories, and of these one in twenty where they run with all the others. */
const RUNS = Math.max(2, Math.round(Number(process.env.RUNS ?? 0) / 20));
const CONFIG = `[budget]\nfile-lines = ${CEILING.file}\nfunction-cognitive = ${CEILING.fn}\nmodule-lines = ${CEILING.module}\n`;
const BASELINE = 'omni-refactor.baseline';

/** Writes a crate into the work tree, and takes away what is no longer part of it. */
function layOut(repo: TempRepository, crate: Crate): void {
  rmSync(join(repo.root, 'src'), { recursive: true, force: true });
  repo.write(crateFiles(crate));
}

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly symbol: string | null;
  readonly place: { readonly path: string };
}

async function gate(root: string): Promise<{ grown: string[]; green: boolean }> {
  const { stdout, stderr, exitCode } = await runOmni(root, [
    'check',
    'budget',
    '--json',
    '--workers',
    '0',
    '--no-cache',
  ]);
  expect(stdout, stderr).not.toBe('');
  const { findings } = JSON.parse(stdout) as { findings: Told[] };
  const grown = findings
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'stale-entry')
    .map(({ rule, place, symbol }) => `${rule} ${symbol ?? place.path}`)
    .sort();
  return { grown, green: exitCode === 0 };
}

/** The lines of the budget: other checks have lines of their own. */
const baselineOf = (root: string): string =>
  (existsSync(join(root, BASELINE)) ? readFileSync(join(root, BASELINE), 'utf8') : '').replace(/^check:.*\n/gm, '');
const lower = (root: string) => runOmni(root, ['baseline', '--workers', '0', '--no-cache']);

test(`${RUNS} histories in real git: the command line judges each commit as the model does`, {
  timeout: 3_000_000,
}, async () => {
  let commits = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryCrate, fc.array(arbitraryOp, { minLength: 4, maxLength: 6 }), async (start, ops) => {
      const repo = tempRepository();
      repo.write({ 'omni-refactor.toml': CONFIG, '.gitattributes': `${BASELINE} merge=union\n` });
      layOut(repo, start);
      await runOmni(repo.root, ['init', '--workers', '0', '--no-cache']);
      repo.commit({});
      expect(baselineOf(repo.root)).toBe(mend(treeOf(start), '', true));
      let now = start;
      for (const op of ops) {
        const changed = applyOp(now, op);
        if (!changed) continue;
        commits += 1;
        layOut(repo, changed);
        const { grown } = await gate(repo.root);
        expect({ op: op.kind, grown }).toEqual({
          op: op.kind,
          grown: check(treeOf(changed), baselineOf(repo.root)).grown,
        });
        if (grown.length > 0) {
          repo.git('checkout', '-q', '--', '.');
          repo.git('clean', '-qfd');
          continue;
        }
        await lower(repo.root);
        expect((await gate(repo.root)).green).toBe(true);
        repo.commit({});
        now = changed;
      }
    }),
    { numRuns: RUNS, seed: 20261122, endOnFailure: true },
  );
  expect(commits).toBeGreaterThan(RUNS);
});

test(`${RUNS} merges in real git: the joined baseline gives the verdict of one branch landing after the other`, {
  timeout: 3_000_000,
}, async () => {
  let merges = 0;
  const op = arbitraryOp;
  await fc.assert(
    fc.asyncProperty(arbitraryCrate, op, op, async (start, first, second) => {
      const repo = tempRepository();
      repo.write({ 'omni-refactor.toml': CONFIG, '.gitattributes': `${BASELINE} merge=union\n` });
      layOut(repo, start);
      await runOmni(repo.root, ['init', '--workers', '0', '--no-cache']);
      repo.commit({});
      const branch = async (name: string, crate: Crate | null): Promise<boolean> => {
        repo.git('checkout', '-q', '-b', name, 'main');
        if (!crate) return false;
        layOut(repo, crate);
        if ((await gate(repo.root)).grown.length > 0) {
          repo.git('checkout', '-q', '--', '.');
          repo.git('clean', '-qfd');
          return false;
        }
        await lower(repo.root);
        repo.commit({});
        return true;
      };
      const ours = await branch('ours', applyOp(start, first));
      const theirs = await branch('theirs', applyOp({ ...start, next: start.next + 500 }, second));
      if (!ours || !theirs) return;
      try {
        repo.git('merge', '-q', '--no-edit', 'ours');
      } catch {
        // Both changed the same lines of the source: a person would have to look. The baseline itself never conflicts.
        expect(repo.git('diff', '--name-only', '--diff-filter=U')).not.toContain(BASELINE);
        return;
      }
      merges += 1;
      const { grown } = await gate(repo.root);
      // Not the baseline from before both: a file that one branch moved and the other edited would be new to it.
      for (const landed of ['ours', 'theirs']) {
        repo.write({ [BASELINE]: `${repo.git('show', `${landed}:${BASELINE}`)}\n` });
        expect({ landed, grown: (await gate(repo.root)).grown }).toEqual({ landed, grown });
      }
    }),
    { numRuns: RUNS * 2, seed: 20261122, endOnFailure: true },
  );
  expect(merges).toBeGreaterThan(0);
});
