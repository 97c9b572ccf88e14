import { type Proof, worstOf } from '../../core/evidence.ts';
import type { ProgressEvent } from '../../core/progress.ts';
import type { Applied, EngineEvent } from '../engine/messages.ts';
import { dropPlans } from './drop-plans.ts';
import type { RungState, RunState, State } from './state.ts';

const KEPT_OUTPUT = 2_000;

type News = Extract<EngineEvent, { type: 'progress' | 'announce' | 'applied' }>;

/** A run as it goes on: phases, commands, their output, and each rung as it is decided. */
export function updateRun(state: State, news: News, now: number): State {
  const { overlay } = state;
  if (overlay?.kind !== 'run') return state;
  if (overlay.ended) return state;
  const run: RunState = { ...overlay, began: overlay.began === 0 ? now : overlay.began, now };
  if (news.type === 'announce') return { ...state, overlay: { ...run, announced: news.lines } };
  if (news.type === 'progress') return { ...state, overlay: progressed(run, news.event) };
  const { applied } = news;
  const rungs = run.rungs.map((each) => judged(each, applied, seconds(run)));
  const lastRun = { rungs: rungs.map((each) => each.rung).join(), steps: run.steps, seconds: seconds(run) };
  const ended: State = { ...state, lastRun, overlay: { ...run, rungs, phase: 'ended', ended: { applied } } };
  return applied.receipt === null ? ended : dropPlans({ ...ended, hotspots: { ...ended.hotspots, marks: new Set() } });
}

const seconds = ({ began, now }: RunState): number => (now - began) / 1000;

function progressed(run: RunState, event: ProgressEvent): RunState {
  switch (event.type) {
    case 'phase':
      return {
        ...run,
        phase: event.phase,
        rungs: run.rungs.map((rung) => begun(event.phase === 'stage' ? anew(rung) : rung, event.phase)),
      };
    case 'command':
      return {
        ...run,
        // The first program that starts ends the copying.
        phase: run.phase === 'stage' ? 'prove' : run.phase,
        command: event.command.join(' '),
        steps: run.steps + 1,
        output: kept([...run.output, `$ ${event.command.join(' ')}`]),
        rungs: run.rungs.map((rung) => begun(rung, 'command')),
      };
    case 'output':
      return { ...run, output: kept([...run.output, ...event.text.replace(/\n$/, '').split('\n')]) };
    case 'note':
      return { ...run, output: kept([...run.output, event.text]) };
    case 'proof':
      return {
        ...run,
        rungs: run.rungs.map((rung) =>
          rung.rung === event.proof.rung ? shown(rung, [...rung.proofs, event.proof], seconds(run)) : rung,
        ),
      };
    default:
      return run;
  }
}

const kept = (lines: readonly string[]): readonly string[] => lines.slice(-KEPT_OUTPUT);

/** S is decided before anything is staged; the others run from the first command on. */
const begun = (rung: RungState, by: string): RungState =>
  rung.state === 'waiting' && (rung.rung === 'S' || by === 'prove' || by === 'baseline' || by === 'command')
    ? { ...rung, state: 'running' }
    : rung;

/** What the compiler said has refined the change: all is shown once more. */
const anew = (rung: RungState): RungState => ({ ...rung, state: 'waiting', seconds: null, proofs: [], why: '' });

/** A rung is no better than the worst of its files. */
function shown(rung: RungState, proofs: readonly Proof[], offset: number): RungState {
  const worst = worstOf(proofs);
  if (worst === null) return { ...rung, proofs };
  return { ...rung, state: worst.verdict, why: worst.why, seconds: rung.seconds ?? offset, proofs };
}

/** At the end each rung says what the decision says, whatever was heard on the way: a file that nothing was shown of is a gap too. */
function judged(rung: RungState, { evidence, decision }: Applied, offset: number): RungState {
  const shownRun = shown(
    rung,
    evidence.proofs.filter((proof) => proof.rung === rung.rung),
    offset,
  );
  if (shownRun.proofs.length === 0) return { ...shownRun, state: 'not-run', seconds: null };
  const gap = decision.gaps.find((one) => one.kind === 'unshown' && one.rung === rung.rung);
  return gap?.kind === 'unshown' && shownRun.state === 'proven'
    ? { ...shownRun, state: 'not-run', why: gap.why }
    : shownRun;
}
