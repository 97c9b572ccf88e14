import type { View } from '../../src/workspace/view.ts';
import { CHECKS } from '../checks.ts';
import { anyOwnerFinder } from '../churn/history-owners.ts';
import type { CheckVerdict, Detail, DetailVerdict } from '../gate/check.ts';
import { type CheckSummary, type GateResult, runChecks } from '../gate/run-checks.ts';
import type { Guardrail, GuardrailState } from './guardrail.ts';

/** Each check of the gate and each lane of CI, with the line that shows it and who answers for that line. */
export function gateGuardrails(view: View): Guardrail[] {
  const gate = runChecks(view, CHECKS);
  const ownerOf = anyOwnerFinder(view);
  const rails = gate.checks.flatMap((check) => [
    checkGuardrail(check, gate),
    ...(check.id === 'quality-gates' ? check.details.map(laneGuardrail) : []),
  ]);
  return rails.map((rail) => (rail.place === undefined ? rail : { ...rail, owner: ownerOf(rail.place.path) }));
}

const STATE: Readonly<Record<CheckVerdict, GuardrailState>> = {
  pass: 'enforced',
  fail: 'partial',
  unknown: 'unknown',
  off: 'unknown',
};

function checkGuardrail({ id, verdict, details }: CheckSummary, { findings, unknown }: GateResult): Guardrail {
  const check = CHECKS.find((one) => one.id === id)!;
  const ofCheck = findings.filter(({ rule }) => check.rules.some((one) => one.id === rule));
  const first = ofCheck.find(({ severity }) => severity === 'error') ?? ofCheck[0];
  const evidence = first?.place ?? details.find(({ place }) => place !== undefined)?.place ?? unknown[0];
  return {
    id: `check:${id}`,
    title: check.title,
    state: STATE[verdict],
    found: foundBy(verdict, ofCheck.length, details),
    whatToDo: ofCheck.length === 0 ? null : `omni-refactor check ${id}`,
    ...(evidence === undefined
      ? {}
      : { place: { path: evidence.path, line: ('line' in evidence && evidence.line) || 1 } }),
  };
}

function foundBy(verdict: CheckVerdict, findings: number, details: readonly Detail[]): string {
  if (verdict === 'off') return 'there is nothing here that it is about';
  const count = findings === 0 ? 'no finding' : `${findings} ${findings === 1 ? 'finding' : 'findings'}`;
  const open = details.filter((detail) => detail.verdict === 'unknown').length;
  return open === 0 ? count : `${count}; ${open} of ${details.length} could not be judged`;
}

const LANE_STATE: Readonly<Record<DetailVerdict, GuardrailState>> = {
  enforced: 'enforced',
  partial: 'partial',
  advisory: 'partial',
  vacuous: 'missing',
  missing: 'missing',
  unknown: 'unknown',
};

const laneGuardrail = ({ name, verdict, found, place }: Detail): Guardrail => ({
  id: `gate:${name}`,
  title: `Pull requests are held to ${name}`,
  state: LANE_STATE[verdict],
  found: `${verdict}: ${found}`,
  whatToDo:
    verdict === 'missing'
      ? 'omni-refactor init ci'
      : verdict === 'enforced'
        ? null
        : 'omni-refactor check quality-gates',
  ...(place === undefined ? {} : { place }),
});
