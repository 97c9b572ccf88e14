import type { Rule } from '../../src/core/finding.ts';

export const UNANSWERED: Rule = {
  id: 'advisory-unanswered',
  severity: 'error',
  what: 'An ignored advisory lacks a reason, an owner, a day on which it expires, or what ends it.',
  why: 'Nobody comes back to an exception that has no owner and no day: the vulnerability stays for good.',
  whatToDo: 'Answer for the exception in security/exceptions.toml, or beside the entry.',
  example: {
    before: 'ignore = ["RUSTSEC-2024-0001"]',
    after:
      'ignore = [\n    { id = "RUSTSEC-2024-0001", reason = "no path to it | owner=@ada | expires=2026-12-31 | exit=upstream 2.0" },\n]',
  },
};

export const EXPIRED: Rule = {
  id: 'advisory-expired',
  severity: 'error',
  what: 'The day is over up to which an advisory may be ignored.',
  why: 'An exception that nobody looks at again is the rule.',
  whatToDo: 'Reach what ends the exception, or decide anew and write another day.',
};

export const EXPIRING: Rule = {
  id: 'advisory-expiring',
  severity: 'warning',
  what: 'An ignored advisory expires soon.',
  why: 'On that day the gate fails; what ends the exception takes longer than a day.',
  whatToDo: 'Plan what ends the exception before its day.',
};

export const CONTRADICTION: Rule = {
  id: 'advisory-contradiction',
  severity: 'error',
  what: 'Files disagree on one advisory.',
  why: 'One scanner fails on what another one is told to ignore, or each has another day: neither says what was decided.',
  whatToDo:
    "Keep one answer, in security/exceptions.toml; `check dependency-policy --fix` writes it into the scanners' files.",
};

export const UNUSED: Rule = {
  id: 'advisory-unused',
  severity: 'error',
  what: 'The list of exceptions answers for an advisory that no scanner is told to ignore.',
  why: 'It stays as a licence for the day on which the advisory comes back.',
  whatToDo: 'Remove the exception from the list.',
};

export const UNSYNCED: Rule = {
  id: 'advisory-unsynced',
  severity: 'error',
  what: 'A scanner does not know an exception of the list, or has another text for it.',
  why: 'The list is the single source: what stands beside it drifts.',
  mend: 'workspace/sync-exceptions',
  whatToDo: 'Bring the files in step: `check dependency-policy --fix`.',
};

export const BAD_DAY: Rule = {
  id: 'advisory-day',
  severity: 'error',
  what: 'The expiry of an exception is no day.',
  why: 'What cannot be read as a day never expires.',
  whatToDo: 'Write the day as YYYY-MM-DD.',
  example: { before: 'expires = "end of year"', after: 'expires = "2026-12-31"' },
};

export const POLICY_RULES: readonly Rule[] = [UNANSWERED, EXPIRED, EXPIRING, CONTRADICTION, UNUSED, UNSYNCED, BAD_DAY];
