import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, type Detail, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { judgeLanes, type LaneState } from './judge-lanes.ts';
import { type LocalTwin, localTwin, taskServices } from './local-twin.ts';
import { narrowedLanes } from './narrowed.ts';
import { GATE_RULES, LOCAL_DIFFERS, NOT_ENFORCED, WEAK } from './rules.ts';

/** Whether CI holds every pull request, for every crate, to the gates of a Rust workspace. */
export const qualityGates = defineCheck({
  id: 'quality-gates',
  title: 'CI holds every pull request to clippy, rustfmt, tests, doctests and advisories',
  waitsFor: 'a CI configuration',
  rules: GATE_RULES,
  run,
  compare: narrowedLanes,
});

function run(view: View): CheckResult {
  const report = judgeLanes(view);
  if (report === null) return NOTHING_CHECKED;
  const declared = view.config.qualityGates.lanes;
  const { lanes, pipeline, services } = report;
  const local = taskServices(view);
  const twins = lanes.map(({ lane }) => localTwin(lane, services, local));
  return {
    findings: lanes.flatMap((state, i) => [
      ...findingOf(view, state, declared, lanes),
      // One pair of commands that serves two lanes differs once.
      ...(isTold(twins, i) ? [] : localFinding(state.lane, twins[i]!)),
    ]),
    checked: {
      'gate-not-enforced': lanes.length,
      'gate-weak': lanes.length,
      'gate-local-differs': twins.filter(({ verdict }) => verdict !== 'none').length,
    },
    unknown: pipeline.broken.map(({ path, reason }) => ({ path, reason })),
    details: lanes.map((state, i) => detailOf(state, twins[i]!)),
  };
}

const shownPlace = (place: { readonly path: string; readonly line: number } | undefined): string | null =>
  place ? `${place.path}:${place.line}` : null;

const detailOf = ({ lane, verdict, found, place, covered, missing, total }: LaneState, twin: LocalTwin): Detail => ({
  name: lane,
  verdict,
  found,
  ...(place === null ? {} : { place }),
  values: {
    lane,
    verdict,
    covered,
    missing,
    total,
    local: twin.verdict,
    localTask: twin.task,
    localPlace: shownPlace(twin.local?.place),
    ciCommand: twin.ci?.command ?? null,
    ciPlace: shownPlace(twin.ci?.place),
  },
});

const isTold = (twins: readonly LocalTwin[], i: number): boolean =>
  twins
    .slice(0, i)
    .some(
      ({ verdict, local }) =>
        verdict === 'differs' &&
        shownPlace(local?.place) === shownPlace(twins[i]!.local?.place) &&
        local?.command === twins[i]!.local?.command,
    );

function localFinding(lane: string, { verdict, task, local, ci, differences }: LocalTwin): Finding[] {
  if (verdict !== 'differs' || !local || !ci) return [];
  return [
    {
      rule: LOCAL_DIFFERS.id,
      severity: LOCAL_DIFFERS.severity,
      place: local.place,
      symbol: lane,
      what: `\`${task}\` runs \`${local.command}\`, CI \`${ci.command}\` (${shownPlace(ci.place)}): ${differences.slice(0, 3).join('; ')}`,
      why: LOCAL_DIFFERS.why,
      whatToDo: LOCAL_DIFFERS.whatToDo!,
    },
  ];
}

/** A declared lane has to be enforced; of others only what looks like one is reported. */
function findingOf(
  view: View,
  { lane, verdict, found, place, missing }: LaneState,
  declared: readonly string[] | null,
  lanes: readonly LaneState[],
): Finding[] {
  if (verdict === 'enforced' || verdict === 'unknown') return [];
  const isDeclared = declared?.includes(lane) ?? false;
  if (!isDeclared && verdict === 'missing') return [];
  // Tests run by `cargo test` alone are no weak nextest.
  if (!isDeclared && lane === 'nextest') return [];
  if (!isDeclared && lane === 'doctest' && lanes.find((one) => one.lane === 'test')?.verdict === verdict) return [];
  const rule = isDeclared ? NOT_ENFORCED : WEAK;
  const left =
    missing.length > 0 && verdict === 'partial'
      ? `; left out: ${missing.slice(0, 6).join(', ')}${missing.length > 6 ? ` and ${missing.length - 6} more` : ''}`
      : '';
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      place: place ?? { path: view.config.path ?? '.github/workflows', line: 1 },
      symbol: lane,
      what: `${lane}: ${found}${left}`,
      why: rule.why,
      whatToDo: DO[verdict],
    },
  ];
}

const DO: Readonly<Record<Exclude<LaneState['verdict'], 'enforced' | 'unknown'>, string>> = {
  missing: 'Add the command to a workflow that pull requests start.',
  partial: 'Run it with --workspace, on every pull request.',
  advisory: 'Let it fail: take away `|| true`, `continue-on-error`, or add `-- -D warnings`.',
  vacuous: 'Take away the condition under which it never runs, or name crates that are there.',
};
