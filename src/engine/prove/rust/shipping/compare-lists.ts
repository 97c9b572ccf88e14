import type { Proof } from '../../../../core/evidence.ts';
import type { View } from '../../../../workspace/view.ts';
import { type CargoPackage, firstLine } from '../read-packages.ts';
import { type Runner, runStaged } from '../run-cargo.ts';
import { oldHomeOf } from './old-home.ts';

/** What cargo would publish of a package, relative to its folder; a reason where cargo does not list them. */
export type Shipped = ReadonlySet<string> | string;

/** Asks cargo for the files of a package in the state that the stage shows; null where nothing is ever published of it. */
export async function listShipped(runner: Runner, member: CargoPackage): Promise<Shipped | null> {
  if (!member.publishes) return null;
  const command = ['cargo', 'package', '--list', '--allow-dirty', '--package', member.spec];
  const result = await runStaged(runner, command, member.folder);
  if (result.exitCode !== 0) return firstLine(result.stderr);
  return new Set(result.stdout.split(/\r?\n/).filter((line) => line !== ''));
}

/**
 * Failures of B: a file that was published and is not, though it is still there, and a new one that is not although the file that mounts it
 * was. One that is published alone is reported. Nothing where the lists say the same.
 */
export function judgeShipped(
  before: View,
  after: View,
  member: Pick<CargoPackage, 'folder' | 'paths'>,
  lists: readonly [earlier: Shipped | null, later: Shipped | null],
): Proof[] {
  const [earlier, later] = lists;
  if (earlier === null || later === null) return [];
  const proof = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
    rung: 'B',
    path,
    configuration: 'cargo package',
    verdict,
    why,
  });
  if (typeof earlier === 'string')
    return member.paths.map((path) => proof(path, 'not-run', `cargo cannot list the baseline's package: ${earlier}`));
  if (typeof later === 'string') return member.paths.map((path) => proof(path, 'failed', later));
  const home = member.folder === '' ? '' : `${member.folder}/`;
  const isIn = (list: ReadonlySet<string>, path: string): boolean => list.has(path.slice(home.length));
  const lost = [...earlier].find((own) => !later.has(own) && after.file(`${home}${own}`));
  if (lost !== undefined)
    return member.paths.map((path) => proof(path, 'failed', `${home}${lost} is no longer in the package`));
  return member.paths.flatMap((path) => {
    const mounting = before.file(path) ? null : oldHomeOf(before, after, path);
    if (mounting === null || isIn(earlier, mounting) === isIn(later, path)) return [];
    return isIn(later, path)
      ? [proof(path, 'vacuous', `it is in the package now, and ${mounting} is not`)]
      : [proof(path, 'failed', `it is not in the package, and ${mounting} was`)];
  });
}
