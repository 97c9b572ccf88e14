import { isRefactorError } from '../../../core/errors.ts';
import type { Proof } from '../../../core/evidence.ts';
import { packingOf } from '../../../workspace/javascript/packing.ts';
import { onceFor } from '../once-for.ts';
import { type Runner, runStaged } from '../run-staged.ts';
import type { Change } from './change.ts';

/** Paths relative to the package; or why npm does not say. */
type Packed = ReadonlySet<string> | string;

const CONFIGURATION = 'npm pack';

/** The files that each published package would hold, after the change. The stage shows that state. */
export async function packAfter(runner: Runner, { before, old }: Change): Promise<ReadonlyMap<string, Packed>> {
  const packed = new Map<string, Packed>();
  for (const path of old) {
    const folder = packingOf(before, path)?.folder;
    if (folder === undefined || packed.has(folder)) continue;
    packed.set(folder, await packedIn(runner, folder));
  }
  return packed;
}

/**
 * The same files before it, and each part of a file that was packed. That shows nothing about a build, and is not a proof of one. The stage shows
 * the state before; npm is asked of it only where its list does not follow from the one after.
 */
export async function judgePacking(
  runner: Runner,
  change: Change,
  after: ReadonlyMap<string, Packed>,
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const [folder, now] of after) {
    const old =
      listBefore(change, folder, now) ??
      (await onceFor(change.before, [runner.stage.root, CONFIGURATION, folder], () => packedIn(runner, folder)));
    const { verdict, why } = judgePacked(change, folder, old, now);
    for (const path of change.paths)
      if (packingOf(change.after, path)?.folder === folder)
        proofs.push({ rung: 'B', path, configuration: CONFIGURATION, verdict, why, beside: true });
  }
  return proofs;
}

/**
 * npm chooses by a file's path, and by manifests and lists of what to ignore. Where nothing but sources changed, every other path is packed as before:
 * so the list before is the one after without the parts. Null where that is not so, or does not show which files were packed.
 */
function listBefore(change: Change, folder: string, now: Packed): Packed | null {
  if (typeof now === 'string' || !changesSourcesOnly(change)) return null;
  const parts = new Set(change.folds.map(([part]) => insideOf(folder, part)));
  return new Set([...now].filter((path) => !parts.has(path)));
}

function changesSourcesOnly({ before, after, paths, folds, fresh }: Change): boolean {
  if (fresh.length !== folds.length || before.files.length + fresh.length !== after.files.length) return false;
  const sources = new Set(paths);
  return after.files.every(({ path, key }) => sources.has(path) || before.file(path)?.key === key);
}

const insideOf = (folder: string, path: string): string => (folder === '' ? path : path.slice(folder.length + 1));

function judgePacked({ folds }: Change, folder: string, before: Packed, now: Packed): Pick<Proof, 'verdict' | 'why'> {
  if (typeof before === 'string') return { verdict: 'not-run', why: `npm does not report what it packs: ${before}` };
  if (typeof now === 'string') return { verdict: 'failed', why: `npm no longer reports what it packs: ${now}` };
  const inside = (path: string): string => insideOf(folder, path);
  const gone = [...before].find((path) => !now.has(path));
  if (gone !== undefined) return { verdict: 'failed', why: `${gone} is no longer packed` };
  const apart = folds.find(([part, facade]) => before.has(inside(facade)) && !now.has(inside(part)));
  if (apart) return { verdict: 'failed', why: `${apart[1]} is packed, and ${apart[0]} is not` };
  const parts = new Set(folds.map(([part]) => inside(part)));
  const added = [...now].find((path) => !before.has(path) && !parts.has(path));
  if (added !== undefined) return { verdict: 'failed', why: `${added} is packed, which it was not` };
  const why = `${now.size} files are packed, the parts where the file is`;
  return { verdict: 'proven', why };
}

async function packedIn(runner: Runner, folder: string): Promise<Packed> {
  const command = ['npm', 'pack', '--dry-run', '--json', '--ignore-scripts', '--offline'];
  try {
    const { exitCode, stdout, stderr } = await runStaged(runner, command, folder, { env: { NO_UPDATE_NOTIFIER: '1' } });
    if (exitCode !== 0)
      return stderr.split('\n').find((line) => /error/i.test(line)) ?? `it ended with exit code ${exitCode}`;
    const printed = JSON.parse(stdout) as
      | { files: { path: string }[] }[]
      | Record<string, { files: { path: string }[] }>;
    const [first] = Object.values(printed);
    return new Set(first?.files.map(({ path }) => path) ?? []);
  } catch (error) {
    if (isRefactorError(error) && error.problem.code === 'program-not-found') return 'npm is not installed';
    if (error instanceof SyntaxError) return 'it printed no list';
    throw error;
  }
}
