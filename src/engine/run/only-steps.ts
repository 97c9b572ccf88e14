import { readFileSync } from 'node:fs';
import type { Step } from './messages.ts';
import { readRules } from './rules/read-rules.ts';

export interface Only {
  readonly steps: readonly Step[];
  /** What names no codemod of the run. */
  readonly globs: readonly string[];
}

/** Divides what `--only` names: codemods as they were typed and ids of rules, which are kept alone, and globs of files. */
export function onlySteps(steps: readonly Step[], only: readonly string[]): Only {
  const ids = new Map(steps.map((step) => [step, rulesOf(step)]));
  const isStep = (text: string): boolean => steps.some((step) => step.name === text || ids.get(step)!.includes(text));
  const names = only.filter(isStep);
  const globs = only.filter((text) => !isStep(text));
  if (names.length === 0) return { steps, globs };
  const kept = steps.flatMap((step): Step[] => {
    if (names.includes(step.name)) return [step];
    const rules = names.filter((name) => ids.get(step)!.includes(name));
    return rules.length === 0 ? [] : [{ ...step, rules }];
  });
  return { steps: kept, globs };
}

const rulesOf = (step: Step): string[] =>
  step.kind === 'rules' ? readRules(step.name, readFileSync(step.path, 'utf8')).map(({ id }) => id) : [];
