import type { Config } from '../../config/config.ts';
import { byText } from '../../core/compare.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { Change, Claim } from '../../core/verdict.ts';
import { readBytes } from '../../workspace/read-content.ts';
import type { View } from '../../workspace/view.ts';
import { openWorkspace } from '../open-workspace.ts';
import { changesBetween } from '../verdict/changes-between.ts';
import { claimPaths } from '../verdict/claim-paths.ts';
import type { Side, Sides } from './lay-out-sides.ts';

export interface OpenSidesOptions {
  readonly config: Config;
  readonly today: string;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export interface OpenedSides {
  readonly before: View;
  readonly after: View;
  /** Every path that differs, those that `exclude` hides from all other commands among them. */
  readonly claims: readonly Claim[];
}

/** Opens both sides, and claims each path that differs. */
export async function openSides(options: OpenSidesOptions, sides: Sides): Promise<OpenedSides> {
  const views = await openBoth(options, sides);
  const seen = changesBetween(views.before, views.after, sameBytes(sides));
  const hidden = options.config.exclude.length === 0 ? [] : await hiddenChanges(options, sides, seen);
  const claims: Claim[] = [
    ...claimPaths(views.before, views.after, seen),
    ...hidden.map((change): Claim => ({ ...change, by: 'nothing', why: 'the configuration excludes it' })),
    ...sides.submodules.map(
      (path): Claim => ({ path, kind: 'changed', by: 'nothing', why: 'a submodule at another commit' }),
    ),
  ];
  return { ...views, claims: claims.sort((a, b) => byText(a.path, b.path)) };
}

async function openBoth(options: OpenSidesOptions, { before, after }: Sides): Promise<{ before: View; after: View }> {
  return { before: await openSide(options, before), after: await openSide(options, after) };
}

async function openSide({ config, today, onProgress, signal }: OpenSidesOptions, side: Side): Promise<View> {
  const opened = await openWorkspace({
    root: side.root,
    config,
    today,
    facts: [],
    history: false,
    workers: 0,
    cacheDir: null,
    // What two folders hold is compared, outputs of builds too: they may be what is shipped.
    enters: side.revision === null ? 'all but stores' : 'all',
    onProgress,
    signal,
  });
  return opened.view;
}

async function hiddenChanges(options: OpenSidesOptions, sides: Sides, seen: readonly Change[]): Promise<Change[]> {
  const known = new Set(seen.map(({ path }) => path));
  const whole = await openBoth({ ...options, config: { ...options.config, exclude: [] } }, sides);
  return changesBetween(whole.before, whole.after, sameBytes(sides)).filter(({ path }) => !known.has(path));
}

const sameBytes =
  ({ before, after }: Sides) =>
  (path: string): boolean => {
    const [old, now] = [readBytes(before.root, path), readBytes(after.root, path)];
    return old !== null && now !== null && old.equals(now);
  };
