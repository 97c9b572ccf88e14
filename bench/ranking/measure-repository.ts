import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { metricsFact } from '../../analyzers/complexity/metrics-fact.ts';
import { composition } from '../../analyzers/composition/index.ts';
import { DEFAULT_HOTSPOT_OPTIONS } from '../../analyzers/hotspots/hotspot.ts';
import { rankHotspots } from '../../analyzers/hotspots/rank-hotspots.ts';
import { loadConfig } from '../../src/engine/load-config.ts';
import { openWorkspace } from '../../src/engine/open-workspace.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { resolveSince } from '../../src/git/resolve-since.ts';
import { runGit } from '../../src/git/run-git.ts';
import { rustComposition } from '../../src/languages/rust/composition-fact.ts';
import { FORMULAS } from './formulas.ts';
import { laterFixes } from './later-fixes.ts';
import { type Sample, samplesOf } from './sample.ts';
import { type Quality, qualityOf } from './statistics.ts';

export interface RankingRow {
  readonly repository: string;
  readonly head: string;
  readonly cut: string;
  readonly files: number;
  /** Files that were mended after the cut. */
  readonly fixed: number;
  readonly fixes: number;
  /** The place of the most complex file by the first formula, and by the second, which has no floor. */
  readonly hardest: readonly [number, number];
  /** In the order of the formulas. */
  readonly qualities: readonly Quality[];
}

/** Ranks the files of a repository as they were a year before its HEAD, and looks which of them were mended since. */
export async function measureRanking(root: string): Promise<RankingRow> {
  const { repository } = await openRepository(root);
  if (!repository?.head) throw new Error(`${root} has no commit`);
  const since = await resolveSince('1y', repository);
  if (since.kind !== 'time') throw new Error('a year is a time');
  const found = await runGit(['rev-list', '-1', '--first-parent', `--before=${since.seconds}`, 'HEAD'], { cwd: root });
  const cut = found.toString('latin1').trim();
  const folder = mkdtempSync(join(tmpdir(), 'omni-ranking-'));
  try {
    await runGit(['clone', '--quiet', '--shared', '--no-checkout', root, folder], {
      cwd: root,
      settings: ['protocol.allow=always'],
    });
    await runGit(['checkout', '--quiet', '--detach', cut], { cwd: folder });
    const { view } = await openWorkspace({
      root: folder,
      config: await loadConfig(folder),
      today: '2026-01-01',
      facts: [metricsFact, rustComposition],
      history: {},
      workers: 0,
      cacheDir: null,
    });
    const { history } = view;
    if (history.status !== 'ok') throw new Error(`${root}: ${history.reason}`);
    const { entries } = rankHotspots(view, composition.run(view), DEFAULT_HOTSPOT_OPTIONS);
    const time = Number((await runGit(['log', '-1', '--format=%ct', cut], { cwd: root })).toString('latin1'));
    const samples = samplesOf(entries, history, time).sort((a, b) => (a.path < b.path ? -1 : 1));
    const mended = await laterFixes(repository, cut);
    const fixes = samples.map(({ path }) => mended.get(path) ?? 0);
    return {
      repository: basename(root),
      head: repository.head,
      cut,
      files: samples.length,
      fixed: fixes.filter((count) => count > 0).length,
      fixes: fixes.reduce((sum, count) => sum + count, 0),
      hardest: [placeOfHardest(samples, 0), placeOfHardest(samples, 1)],
      qualities: FORMULAS.map(({ score }) => qualityOf(samples.map(score), fixes)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function placeOfHardest(samples: readonly Sample[], formula: number): number {
  const hardest = samples.reduce((most, one) => (one.cognitive > most.cognitive ? one : most));
  const { score } = FORMULAS[formula]!;
  return 1 + samples.filter((one) => score(one) > score(hardest)).length;
}
