import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy } from './make-copy.ts';
import type { Reruns } from './row.ts';
import { runCommand } from './run-command.ts';
import type { Target } from './targets.ts';

/**
 * Plans and splits a target several times without writing, and counts the different plans and change sets.
 * @param often five times from each of two folders; else twice from one
 */
export function countReruns({ file, limit }: Target, copy: Copy, main: string, often: boolean): Reruns {
  const second = `${copy.root}-elsewhere`;
  rmSync(second, { recursive: true, force: true });
  if (often) cpSync(copy.root, second, { recursive: true, verbatimSymlinks: true });
  const folders = often ? [copy.root, second] : [copy.root];
  const said = new Set<string>();
  const times = often ? 5 : 2;
  for (const folder of folders)
    for (let i = 0; i < times; i++) {
      const options = ['--limit', `${limit}`, '--evidence', 'S', '--dry-run', '--anyway', '--json', ...copy.args];
      const ran = runCommand([process.execPath, main, 'split', join(folder, file), ...options], folder, copy.env);
      const { plans, changeSets, refusals } = JSON.parse(ran.stdout) as Record<string, unknown>;
      said.add(JSON.stringify({ plans, changeSets, refusals }));
    }
  rmSync(second, { recursive: true, force: true });
  return { runs: times * folders.length, folders: folders.length, different: said.size };
}
