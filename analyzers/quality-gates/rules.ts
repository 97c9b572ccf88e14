import type { Rule } from '../../src/core/finding.ts';

export const NOT_ENFORCED: Rule = {
  id: 'gate-not-enforced',
  severity: 'error',
  what: 'CI does not hold every pull request to a gate that the repository declares.',
  why: 'What fails nobody is not kept: the first warning stays, and the second has company.',
};

export const WEAK: Rule = {
  id: 'gate-weak',
  severity: 'warning',
  what: 'CI runs a gate so that it stops nobody, or leaves crates out.',
  why: 'A green check is read as more than it is.',
};

export const NARROWED: Rule = {
  id: 'gate-narrowed',
  severity: 'error',
  what: 'A branch takes a gate away, narrows it or makes it advisory.',
  why: 'It stood at the merge base: what it kept out may come in from now on.',
};

export const GATE_RULES: readonly Rule[] = [NOT_ENFORCED, WEAK, NARROWED];
