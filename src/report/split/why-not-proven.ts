import type { Gap, Rung } from '../../core/evidence.ts';
import { type HazardId, hazardOf } from '../../core/hazards/index.ts';
import type { Decision } from '../../core/verdict.ts';
import { plural } from '../fit-text.ts';
import { sanitize } from '../sanitize.ts';

interface Judged {
  readonly asked: readonly Rung[];
  readonly decision: Decision;
}

const MOST = 10;

/**
 * What stands between a change and a proof, each reason once with the file that it was first said of: failures, paths that no rung covers,
 * units that nothing compiled, rungs that could not be shown. Then the way on, which is never what was asked for.
 */
export function whyNotProven({ decision, asked }: Judged): string[] {
  const { gaps, claims } = decision;
  const failed = rows(
    gaps.flatMap((gap) => (gap.kind === 'failed' ? [gap.proof] : [])),
    ({ rung }) => `failed ${rung}`,
  );
  const bare = claims.filter(({ by }) => by === 'nothing');
  const uncovered = rows(bare, () => 'no rung covers');
  const uncompiled = gaps.flatMap((gap) => (gap.kind === 'uncompiled' ? [unitRow(gap)] : []));
  // That nothing else was run is no news where something failed before it.
  const lost = gaps.flatMap((gap) => (gap.kind === 'unshown' ? [gap] : []));
  const stopped = failed.length + uncovered.length > 0;
  const unshown = rows(
    stopped ? lost.filter(({ why }) => why !== NOT_RUN) : lost,
    ({ rung }) => `${rung} not shown for`,
  );
  return [
    ...shortened(failed),
    ...shortened(uncovered),
    ...shortened(uncompiled),
    ...shortened(unshown),
    ...wayOn(gaps, asked, bare.length),
  ];
}

const NOT_RUN = 'it was not run';

const shortened = (lines: readonly string[]): string[] =>
  lines.length <= MOST ? [...lines] : [...lines.slice(0, MOST), `… and ${lines.length - MOST} more reasons`];

/** One row a reason: the first path, and how many more share it. */
function rows<One extends { readonly path: string; readonly why: string }>(
  all: readonly One[],
  head: (one: One) => string,
): string[] {
  const groups = new Map<string, { readonly first: One; readonly paths: Set<string> }>();
  for (const one of all) {
    const key = `${head(one)} ${one.why}`;
    const group = groups.get(key) ?? { first: one, paths: new Set() };
    group.paths.add(one.path);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, paths }) => {
    const more = paths.size === 1 ? '' : ` … and in ${plural(paths.size - 1, 'more file', 'more files')}`;
    return `${head(first)} ${sanitize(first.path)}: ${sanitize(first.why)}${more}`;
  });
}

const unitRow = ({ unit: { unit, path, rung, condition } }: Extract<Gap, { kind: 'uncompiled' }>): string =>
  `${rung} saw nothing of ${sanitize(unit)} in ${sanitize(path)}${condition === null ? '' : `, which stands under ${sanitize(condition)}`}`;

/** What to type instead. Of what failed nothing can be left out but what a hazard's own data calls a matter of choice. */
function wayOn(gaps: readonly Gap[], asked: readonly Rung[], uncovered: number): string[] {
  const failed = gaps.flatMap((gap) => (gap.kind === 'failed' ? [gap.proof] : []));
  const ids = [...new Set(failed.flatMap(({ hazard }) => hazard ?? []))].filter(isChoice);
  const accepted = ids.length > 0 ? [`To accept this difference: --accept ${ids.join(',')}`] : [];
  if (failed.some(({ hazard }) => hazard === undefined || !isChoice(hazard))) return accepted;
  return uncovered > 0 ? [...accepted, apart(uncovered)] : [...accepted, ...withLess(gaps, asked)];
}

const isChoice = (id: HazardId): boolean => hazardOf(id).verdict === 'accepted';

const apart = (count: number): string =>
  count === 1
    ? 'Put that file into a change of its own, or review it by hand.'
    : 'Put those files into a change of their own, or review them by hand.';

function withLess(gaps: readonly Gap[], asked: readonly Rung[]): string[] {
  const units = [...new Set(gaps.flatMap((gap) => (gap.kind === 'uncompiled' ? [gap.unit.unit] : [])))];
  const lost = new Set(gaps.flatMap((gap) => (gap.kind === 'unshown' ? [gap.rung] : [])));
  const rest = asked.filter((rung) => !lost.has(rung));
  return [
    ...(units.length > 0 ? [`To accept that nothing compiled them: --accept-uncompiled ${quoted(units)}`] : []),
    ...(lost.size > 0 && rest.length > 0 ? [`To go on without: --evidence ${rest.join(',')}`] : []),
  ];
}

const quoted = (ids: readonly string[]): string => `'${ids.map(sanitize).join(', ').replaceAll("'", "'\\''")}'`;
