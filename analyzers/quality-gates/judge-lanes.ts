import type { View } from '../../src/workspace/view.ts';
import { type Service, servicesOf } from './classify.ts';
import { gateCrates, laneCrates } from './gate-crates.ts';
import { readGithub } from './github/read-github.ts';
import { LANES, type Lane, type Pipeline, type Weakness } from './lanes.ts';
import { readGitlab } from './read-gitlab.ts';

export type LaneVerdict = 'enforced' | 'partial' | 'advisory' | 'vacuous' | 'missing' | 'unknown';

/** One lane of the gate, and what CI makes of it. */
export interface LaneState {
  readonly lane: Lane;
  readonly verdict: LaneVerdict;
  /** What was found, one sentence. */
  readonly found: string;
  /** The command that serves it best. */
  readonly place: { readonly path: string; readonly line: number } | null;
  /** Crates that every pull request is held to, and those that are left out. */
  readonly covered: readonly string[];
  readonly missing: readonly string[];
  readonly total: number;
}

export interface LaneReport {
  readonly lanes: readonly LaneState[];
  readonly pipeline: Pipeline;
  /** Every command that serves a lane, in the order of the files. */
  readonly services: readonly Service[];
}

/** What CI does on pull requests for each lane, in the order of `LANES`; null without crates. */
export function judgeLanes(view: View): LaneReport | null {
  if (gateCrates(view).length === 0) return null;
  const [hub, lab] = [readGithub(view), readGitlab(view)];
  const pipeline: Pipeline = {
    runs: [...hub.runs, ...lab.runs],
    opaque: [...hub.opaque, ...lab.opaque],
    broken: [...hub.broken, ...lab.broken],
    files: [...hub.files, ...lab.files],
  };
  const services = pipeline.runs.flatMap((run) => servicesOf(view, run));
  return {
    lanes: LANES.map((lane) =>
      judgeLane(
        lane,
        services.filter((one) => one.lane === lane),
        [...new Set(laneCrates(view, lane).map(({ name }) => name))].sort(),
        pipeline,
      ),
    ),
    pipeline,
    services,
  };
}

const NAMES: Readonly<Record<Lane, string>> = {
  clippy: 'clippy with warnings denied',
  fmt: 'rustfmt --check',
  nextest: 'cargo nextest',
  test: 'tests',
  doctest: 'doctests',
  deny: 'cargo deny',
  audit: 'cargo audit',
};

function judgeLane(lane: Lane, services: readonly Service[], crates: readonly string[], pipeline: Pipeline): LaneState {
  const state = (verdict: LaneVerdict, found: string, best: Service | null, covered: readonly string[]): LaneState => ({
    lane,
    verdict,
    found,
    place: best?.run.place ?? null,
    covered,
    missing: crates.filter((name) => !covered.includes(name)),
    total: crates.length,
  });
  if (services.length === 0) return absent(lane, pipeline, state);
  const live = services.filter(({ weak }) => !kinds(weak).has('never'));
  if (live.length === 0)
    return state('vacuous', `${NAMES[lane]} never runs on pull requests: ${whyOf(services[0]!)}`, services[0]!, []);
  const isEmpty = ({ crates: own }: Service): boolean => own !== null && !own.some((name) => crates.includes(name));
  const empty = crates.length > 0 && live.every(isEmpty);
  if (empty) return state('vacuous', `${NAMES[lane]} runs on no crate`, live[0]!, []);
  const firm = live.filter(({ weak }) => weak.length === 0);
  const unclear = firm.find((one) => one.crates === null);
  const covered = crates.filter((name) => firm.some((one) => one.crates?.includes(name)));
  if (covered.length === crates.length)
    return state('enforced', `${NAMES[lane]} holds for all ${crates.length} crates`, firm[0]!, covered);
  if (unclear)
    return state('unknown', `${NAMES[lane]} runs; for which crates cannot be read from here`, unclear, covered);
  if (covered.length > 0)
    return state('partial', `${NAMES[lane]} holds for ${covered.length} of ${crates.length} crates`, firm[0]!, covered);
  const computed = live.find(({ weak }) => weak.every(({ kind }) => kind === 'unclear'));
  if (computed) return state('unknown', `whether ${NAMES[lane]} runs is computed: ${whyOf(computed)}`, computed, []);
  const advisory = live.find(({ weak }) => kinds(weak).has('advisory'));
  const conditional = live.find(({ weak }) => !kinds(weak).has('advisory'));
  if (conditional)
    return state(
      'partial',
      `${NAMES[lane]} does not run on every pull request: ${whyOf(conditional)}`,
      conditional,
      [],
    );
  return state('advisory', `${NAMES[lane]} runs and stops nobody: ${whyOf(advisory!)}`, advisory!, []);
}

function absent(
  lane: Lane,
  { files, opaque, broken }: Pipeline,
  state: (verdict: LaneVerdict, found: string, best: null, covered: readonly string[]) => LaneState,
): LaneState {
  if (files.length === 0) return state('unknown', 'no CI configuration stands in the repository', null, []);
  if (broken[0]) return state('unknown', `${broken[0].path} cannot be read`, null, []);
  const unread = opaque.find(({ what }) => RELEVANT.test(what));
  if (unread)
    return state('unknown', `nothing that can be read runs ${NAMES[lane]}; ${unread.what} cannot be`, null, []);
  return state('missing', `no pull request is held to ${NAMES[lane]}`, null, []);
}

/** What cannot be read and might be a gate: a workflow of another repository, a task that sounds like one. */
const RELEVANT =
  /workflow|action|cargo|rust|clippy|lint|test|check|\bci\b|audit|deny|verify|gate|quality|pre-commit|include/i;

const kinds = (weak: readonly Weakness[]): Set<string> => new Set(weak.map(({ kind }) => kind));

const whyOf = ({ weak }: Service): string => weak.map(({ why }) => why).join('; ');
