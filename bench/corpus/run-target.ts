import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSet } from '../../src/core/change-set.ts';
import type { Evidence, Outcome, Proof } from '../../src/core/evidence.ts';
import { countLines, lineAt, lineStartsOf } from '../../src/core/lines.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import { fingerprint } from './fingerprint.ts';
import type { Copy } from './make-copy.ts';
import { facadeOf, measureSplit, type OutlinedUnit } from './measure-split.ts';
import { type Row, reachesSize, type Verdict } from './row.ts';
import { mustRun, type Ran, runCommand } from './run-command.ts';
import type { Target } from './targets.ts';

/** `split --json`, as far as it is read here. */
interface SplitJson {
  readonly outcome: Outcome | 'unchanged';
  readonly refusals: readonly Refusal[];
  readonly plans: readonly Plan[];
  readonly changeSets: readonly ChangeSet[];
  readonly evidence: Evidence;
}

export type Measured = Omit<
  Row,
  'target' | 'ecosystem' | 'heldOut' | 'limit' | 'entry' | 'date' | 'engine' | 'revision'
>;

/** Splits one file of a copy by the built program, measures what is on the disk, and takes it back. */
export function runTarget(target: Target, copy: Copy, main: string): Measured {
  const { file, limit, evidence: asked } = target;
  const omni = (...args: string[]): Ran => runCommand([process.execPath, main, ...args], copy.root, copy.env, 40);
  const text = readFileSync(join(copy.root, file), 'utf8');
  const before = fingerprint(copy.root);
  const units = outlined(omni('outline', file, '--json'));
  const started = performance.now();
  const ran = omni(
    'split',
    file,
    '--limit',
    `${limit}`,
    '--evidence',
    asked.join(','),
    '--anyway',
    '--json',
    ...copy.args,
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  const common = { lines: countLines(text), seconds, tests: null, undone: null, sizes: null, bound: null };
  const result = read(ran);
  if (result === null) return { ...common, verdict: 'error', why: errorIn(ran), evidence: [], tools: [] };
  const { plans, evidence } = result;
  const bound = plans[0]?.bound.lines ?? null;
  const shown = asked.map((rung) => summary(evidence.proofs, rung));
  const known = {
    ...common,
    bound,
    evidence: shown,
    tools: evidence.tools,
    tests: testsIn(evidence.proofs),
    widened: widenedIn(result.changeSets),
    larger: plans[0] && plans[0].bound.lines > limit ? plans[0].bound.setBy.slice(0, 2) : [],
  };
  if (result.outcome !== 'proven') {
    const untouched = fingerprint(copy.root) === before;
    const why = result.outcome === 'refused' ? refusalIn(result.refusals, text) : firstFailure(evidence.proofs, asked);
    return { ...known, verdict: result.outcome, why: untouched ? why : `WROTE ALTHOUGH NOT PROVEN; ${why}` };
  }
  const facade = facadeOf(copy.root, file);
  const created = result.changeSets.flatMap(({ create }) => create.map(({ path }) => path));
  const after = outlined(omni('outline', facade, '--json'));
  const sizes = measureSplit(copy.root, facade, { before: units, after }, plans[0]!.bound.setBy, created);
  const verdict: Verdict = reachesSize(sizes, limit, bound!) ? 'proven' : 'too-large';
  const again = read(
    omni('split', facade, '--limit', `${limit}`, '--evidence', 'S', '--dry-run', '--anyway', '--json', ...copy.args),
  );
  const undo = omni('undo');
  const clean = undo.exitCode === 0 && mustRun(['git', 'status', '--porcelain'], copy.root) === '';
  const undone = clean && fingerprint(copy.root) === before;
  return {
    ...known,
    sizes,
    verdict,
    undone,
    again: again?.outcome ?? 'error',
    why: undone ? '' : `not undone: ${errorIn(undo)}`,
  };
}

/** Written visibilities other than those that keep an audience one module further down: `pub(super)`, and `super` led one higher. */
const widenedIn = (changeSets: readonly ChangeSet[]): number =>
  changeSets
    .flatMap(({ edit, create }) => [
      ...edit.flatMap(({ edits }) => edits),
      ...create.flatMap(({ parts }) => parts.flatMap((part) => ('from' in part ? (part.edits ?? []) : []))),
    ])
    .filter(({ reason, text }) => reason === 'visibility' && !/^(pub\(super\) |super|super::|in super::)$/.test(text))
    .length;

export function read({ stdout, exitCode }: Ran): SplitJson | null {
  // 1: proven and written, but some further division was left out.
  if (exitCode !== 0 && exitCode !== 1 && exitCode !== 3) return null;
  return stdout.startsWith('{') ? (JSON.parse(stdout) as SplitJson) : null;
}

export function outlined(ran: Ran): OutlinedUnit[] {
  if (ran.exitCode !== 0) throw new Error(`outline: ${errorIn(ran)}`);
  return (JSON.parse(ran.stdout) as { units: OutlinedUnit[] }).units;
}

export const errorIn = ({ stderr, exitCode }: Ran): string =>
  `exit ${exitCode}: ${stderr
    .split('\n')
    .filter((line) => /^(error|\s+why):/.test(line))
    .map((line) => line.trim())
    .join(' ')}`;

export function refusalIn(refusals: readonly Refusal[], text: string): string {
  const starts = lineStartsOf(text);
  return refusals.map(({ hazard, start, why }) => `${hazard} line ${lineAt(starts, start)}: ${why}`).join('; ');
}

export function summary(proofs: readonly Proof[], rung: Proof['rung']): Row['evidence'][number] {
  const own = proofs.filter((proof) => proof.rung === rung);
  const count = (verdict: Proof['verdict']): number =>
    new Set(own.filter((proof) => proof.verdict === verdict).map(({ configuration }) => configuration)).size;
  const verdict = own.some((proof) => proof.verdict === 'failed')
    ? 'failed'
    : own.some((proof) => proof.verdict === 'proven')
      ? 'proven'
      : (own[0]?.verdict ?? 'not-run');
  return { rung, verdict, said: `${count('proven')} proven, ${count('failed')} failed, ${count('not-run')} not run` };
}

export function firstFailure(proofs: readonly Proof[], asked: readonly Proof['rung'][]): string {
  const failed = proofs.filter(({ verdict }) => verdict === 'failed');
  const wanting = failed.length > 0 ? failed : unproven(proofs, asked);
  const said = wanting.map(({ rung, path, configuration, why }) => `${rung} ${configuration} ${path}: ${why}`);
  return [...new Set(said)].slice(0, 3).join('; ') || 'a rung was not run';
}

/** Proofs of those rung and file pairs that are proven in no configuration. */
function unproven(proofs: readonly Proof[], asked: readonly Proof['rung'][]): Proof[] {
  const shown = new Set(
    proofs.filter(({ verdict }) => verdict === 'proven').map(({ rung, path }) => `${rung} ${path}`),
  );
  return proofs.filter(({ rung, path }) => asked.includes(rung) && !shown.has(`${rung} ${path}`));
}

function testsIn(proofs: readonly Proof[]): number | null {
  const counts = proofs.flatMap(({ rung, verdict, why }) => {
    const match = rung === 'T' && verdict === 'proven' ? /^(\d+) tests with equal ids/.exec(why) : null;
    return match ? [Number(match[1])] : [];
  });
  return counts.length === 0 ? null : Math.max(...counts);
}
