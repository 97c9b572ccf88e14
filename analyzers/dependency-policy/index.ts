import type { Finding, Place, Rule } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, type Detail, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { lackingEntries } from './expected-entries.ts';
import { ANSWERS, type Answer, type Ignored, isDay, mergeAnswers } from './ignored.ts';
import { type Policy, readPolicy, SIDECAR, type Sidecar } from './read-policy.ts';
import { BAD_DAY, CONTRADICTION, EXPIRED, EXPIRING, POLICY_RULES, UNANSWERED, UNSYNCED, UNUSED } from './rules.ts';

/** Every advisory that a scanner is configured to ignore has a reason, an owner, an end and a day. */
export const dependencyPolicy = defineCheck({
  id: 'dependency-policy',
  title: 'Ignored advisories have a reason, an owner, a day and an end',
  waitsFor: 'a deny.toml, audit.toml or other lists of excused advisories',
  rules: POLICY_RULES,
  run,
});

function run(view: View): CheckResult {
  const policy = readPolicy(view);
  if (policy.files.length + policy.ignored.length + policy.unreadable.length === 0 && policy.sidecar === null)
    return NOTHING_CHECKED;
  const answered = policy.ignored.map((one) => ({ one, answer: answerOf(one, policy.sidecar) }));
  const findings = [
    ...answered.flatMap(({ one, answer }) => judge(view, one, answer)),
    ...contradictions(policy),
    ...unused(policy),
    ...unsynced(policy),
  ];
  return {
    findings,
    checked: Object.fromEntries(POLICY_RULES.map(({ id }) => [id, policy.ignored.length])),
    unknown: policy.unreadable,
    details: policy.files.map((file) => detailOf(file, answered)),
  };
}

const answerOf = ({ id, answer }: Ignored, sidecar: readonly Sidecar[] | null): Answer => {
  const sidecarEntry = sidecar?.find((one) => one.id === id);
  return sidecarEntry ? mergeAnswers(sidecarEntry.answer, answer) : answer;
};

const found = (rule: Rule, place: Place, symbol: string, what: string, whatToDo: string): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  place,
  symbol,
  what,
  why: rule.why,
  whatToDo,
});

/** Days before its end from which an exception is reported. */
const SOON = 14;

function judge({ today }: View, { id, path, line }: Ignored, answer: Answer): Finding[] {
  const place = { path, line };
  const owner = answer.owner === null ? {} : { owner: answer.owner };
  const lacking = ANSWERS.filter((part) => answer[part] === null);
  const findings: Finding[] = [];
  if (lacking.length > 0)
    findings.push({
      ...found(
        UNANSWERED,
        place,
        id,
        `${id} is ignored without ${lacking.join(', ')}`,
        `Answer for it in ${SIDECAR}, or beside the entry: why | owner=@x | expires=2026-12-31 | exit=what ends it`,
      ),
      ...owner,
    });
  const { expires } = answer;
  if (expires === null) return findings;
  if (!isDay(expires))
    return [
      ...findings,
      found(BAD_DAY, place, id, `${id} expires on ${expires}, which is no day`, 'Write YYYY-MM-DD.'),
    ];
  const what = `${id} may be ignored up to ${expires}`;
  const whatToDo =
    answer.exit === null ? 'Update the dependency, or decide anew.' : `Reach what ends it: ${answer.exit}`;
  if (expires < today) findings.push({ ...found(EXPIRED, place, id, what, whatToDo), ...owner });
  else if (daysBetween(today, expires) <= SOON)
    findings.push({ ...found(EXPIRING, place, id, what, whatToDo), ...owner });
  return findings;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** One id with two days, or ignored by one of two scanners that read the same advisories. */
function contradictions({ ignored, files }: Policy): Finding[] {
  const byId = new Map<string, Ignored[]>();
  for (const one of ignored) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [...byId.values()].flatMap((all): Finding[] => {
    const [first] = all;
    const days = new Set(all.flatMap(({ answer }) => answer.expires ?? []));
    if (days.size > 1)
      return [
        found(
          CONTRADICTION,
          { path: first!.path, line: first!.line },
          first!.id,
          `${first!.id} expires on ${[...days].sort().join(' and on ')}, by ${all.map(({ path }) => path).join(', ')}`,
          `Keep one day, in ${SIDECAR}.`,
        ),
      ];
    if (!/^RUSTSEC-/.test(first!.id)) return [];
    const silent = files.filter(
      ({ path, tool }) => (tool === 'cargo-deny' || tool === 'cargo-audit') && !all.some((one) => one.path === path),
    );
    return silent.map(({ path }) =>
      found(
        CONTRADICTION,
        { path: first!.path, line: first!.line },
        first!.id,
        `${first!.id} is ignored here and not in ${path}`,
        `Ignore it in both, or in neither; ${SIDECAR} keeps them in step.`,
      ),
    );
  });
}

/** An exception that no scanner ignores, and that none of the files here could hold. */
function unused(policy: Policy): Finding[] {
  const known = new Set([
    ...policy.ignored.map(({ id }) => id),
    ...lackingEntries(policy).flatMap(({ missing }) => missing.map(({ id }) => id)),
  ]);
  return (policy.sidecar ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, line }) =>
      found(UNUSED, { path: SIDECAR, line }, id, `No scanner is told to ignore ${id}`, 'Remove the exception.'),
    );
}

const unsynced = (policy: Policy): Finding[] =>
  lackingEntries(policy).flatMap(({ path, missing, stale }) => [
    ...missing.map(({ id }) =>
      found(
        UNSYNCED,
        { path, line: 1 },
        id,
        `${path} does not know ${id}`,
        'Bring it in step: omni-refactor check dependency-policy --fix',
      ),
    ),
    ...stale.map(({ entry }) =>
      found(
        UNSYNCED,
        { path, line: entry.line },
        entry.id,
        `${path} has another text for ${entry.id} than ${SIDECAR}`,
        'Bring it in step: omni-refactor check dependency-policy --fix',
      ),
    ),
  ]);

function detailOf(
  { path, tool }: Policy['files'][number],
  answered: readonly { readonly one: Ignored; readonly answer: Answer }[],
): Detail {
  const inFile = answered.filter(({ one }) => one.path === path);
  const good = inFile.filter(({ answer }) => ANSWERS.every((part) => answer[part] !== null));
  return {
    name: `${tool} ${path}`,
    verdict: good.length === inFile.length ? 'enforced' : good.length === 0 ? 'missing' : 'partial',
    found: `${good.length} of ${inFile.length} exceptions are answered for`,
    place: { path, line: 1 },
    values: { answered: good.length, total: inFile.length },
  };
}
