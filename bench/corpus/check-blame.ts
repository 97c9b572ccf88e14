import type { ChangeSet } from '../../src/core/change-set.ts';
import { fingerprint } from './fingerprint.ts';
import type { Copy } from './make-copy.ts';
import { type Blame, measureBlame, writeHistory } from './measure-blame.ts';
import { mustRun, runCommand } from './run-command.ts';
import type { Target } from './targets.ts';

/** Splits a target by `--commit` on a history of two authors, counts what `git blame -C5` finds, and takes it back by one more commit. */
export function checkBlame({ file, limit }: Target, copy: Copy, main: string): Blame & { readonly undone: boolean } {
  const git = (...args: string[]): string => mustRun(['git', ...args], copy.root).trim();
  writeHistory(copy.root, file);
  const before = fingerprint(copy.root);
  const omni = [process.execPath, main];
  const options = ['--limit', `${limit}`, '--evidence', 'S', '--commit', '--anyway', '--json'];
  const said = mustRun([...omni, 'split', file, ...options, ...copy.args], copy.root, copy.env);
  const { changeSets } = JSON.parse(said) as { changeSets: ChangeSet[] };
  const blame = measureBlame(copy.root, file, changeSets);
  const glue = git('rev-parse', 'HEAD');
  const undo = runCommand([...omni, 'undo'], copy.root, copy.env);
  const reverted = undo.exitCode === 0 && git('rev-parse', 'HEAD~1') === glue;
  const clean = git('status', '--porcelain') === '' && fingerprint(copy.root) === before;
  return { ...blame, undone: reverted && clean && git('diff', `${glue}~2`, 'HEAD') === '' };
}
