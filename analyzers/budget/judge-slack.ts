import type { BudgetException } from '../../src/config/config.ts';
import type { Finding, Rule } from '../../src/core/finding.ts';
import { hashOf } from '../../src/core/hash.ts';
import type { View } from '../../src/workspace/view.ts';
import { BASELINE_FILE } from './baseline.ts';
import { type BudgetState, keyOfException } from './budget-state.ts';
import { type Entry, keyOfEntity } from './entity.ts';
import { readableName } from './judge.ts';
import { EXPIRED_EXCEPTION, STALE_ENTRY, STALE_EXCEPTION } from './rules.ts';

const MEND = 'omni-refactor baseline';

/** Entries and exceptions that allow more than is needed, and exceptions whose day is over. */
export function judgeSlack(view: View, state: BudgetState): Finding[] {
  return [...staleEntries(state), ...staleExceptions(view, state), ...expired(view)];
}

function staleEntries(state: BudgetState): Finding[] {
  const lower = state.cases.flatMap(({ entity, entry, how, exception }) =>
    entry && !exception && how !== 'inherited' && entity.value < entry.value ? [{ entry, value: entity.value }] : [],
  );
  const found = [
    ...lower.map(({ entry, value }) => entryFinding(entry, `it has ${value} now`, value)),
    ...state.spare.map((entry) => entryFinding(entry, whyNotNeeded(entry, state))),
    ...state.idle.map((entry) =>
      entryFinding(entry, entry.excepted ? 'its exception is gone' : 'an exception covers it'),
    ),
  ];
  return found.sort((a, b) => a.place.line! - b.place.line!);
}

function whyNotNeeded(entry: Entry, { entities, ceilings }: BudgetState): string {
  const ceiling = ceilings[entry.rule];
  if (ceiling === null) return 'the rule is off';
  const now = entities.byKey.get(keyOfEntity(entry));
  if (!now) return 'it is not there any more';
  return now.value <= ceiling
    ? `it has ${now.value}, within the ceiling of ${ceiling}`
    : 'what it names went elsewhere';
}

const entryFinding = (entry: Entry, why: string, value?: number): Finding => ({
  ...slack(STALE_ENTRY, `The baseline allows ${readableName(entry.name)} ${entry.value} (${entry.rule}), but ${why}`),
  place: { path: BASELINE_FILE, line: Math.max(1, entry.line), column: 1 },
  limit: entry.value,
  ...(value === undefined ? {} : { value }),
  fingerprint: hashOf(`${STALE_ENTRY.id}\0${keyOfEntity(entry)}`).slice(0, 32),
});

function staleExceptions(view: View, state: BudgetState): Finding[] {
  const lower = state.cases.flatMap(({ entity, exception, how }) =>
    exception && how !== 'inherited' && entity.value < exception.value ? [{ exception, value: entity.value }] : [],
  );
  return [
    ...lower.map(({ exception, value }) => exceptionFinding(view, exception, `it has ${value} now`)),
    ...state.unused.map((exception) => {
      const now = state.entities.byKey.get(keyOfException(exception));
      return exceptionFinding(
        view,
        exception,
        now ? `it has ${now.value}, within the ceiling` : 'there is no such thing',
      );
    }),
  ];
}

const exceptionFinding = (view: View, exception: BudgetException, why: string): Finding => ({
  ...slack(
    STALE_EXCEPTION,
    `The exception allows ${exception.symbol ?? exception.path} ${exception.value} (${exception.rule}), but ${why}`,
  ),
  place: { path: view.config.path ?? 'omni-refactor.toml', ...exception.place },
  limit: exception.value,
  owner: exception.owner,
  fingerprint: hashOf(`${STALE_EXCEPTION.id}\0${keyOfException(exception)}`).slice(0, 32),
});

/** The day itself still counts. ISO days compare as text. */
const expired = (view: View): Finding[] =>
  view.config.budget.exceptions
    .filter(({ expires }) => expires < view.today)
    .map((exception) => ({
      rule: EXPIRED_EXCEPTION.id,
      severity: EXPIRED_EXCEPTION.severity,
      place: { path: view.config.path ?? 'omni-refactor.toml', ...exception.place },
      what: `The exception for ${exception.symbol ?? exception.path} (${exception.rule}) expired on ${exception.expires}; ${exception.owner} answers for it`,
      why: `${EXPIRED_EXCEPTION.why} It was granted until: ${exception.exit} (${exception.issue})`,
      whatToDo: 'Do what it was waiting for, or have a new day decided on and recorded.',
      owner: exception.owner,
      fingerprint: hashOf(`${EXPIRED_EXCEPTION.id}\0${keyOfException(exception)}`).slice(0, 32),
    }));

const slack = (rule: Rule, what: string) => ({
  rule: rule.id,
  severity: rule.severity,
  what,
  why: rule.why,
  whatToDo: `Lower it: ${MEND}`,
  command: MEND,
});
