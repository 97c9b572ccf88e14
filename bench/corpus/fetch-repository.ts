import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run-command.ts';
import type { Package } from './targets.ts';

/** One commit of a public repository, without its history. `version` is the commit's full id. */
export function fetchRepository({ name, version, address }: Package, work: string): string {
  if (address === undefined) throw new Error(`${name} says no address to fetch commit ${version} from`);
  const checkout = join(work, 'checkout');
  mkdirSync(checkout);
  for (const command of [
    ['init', '--quiet', '--initial-branch=main'],
    ['config', 'core.autocrlf', 'false'],
    ['fetch', '--quiet', '--depth=1', address, version],
    ['checkout', '--quiet', '--detach', version],
  ])
    mustRun(['git', ...command], checkout);
  return checkout;
}
