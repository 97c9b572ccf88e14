import type { Check } from '../../../analyzers/gate/check.ts';
import { MENDING_CODEMODS } from '../../../codemods/mending.ts';

/** Rules that a codemod can fix, with the check that each belongs to. */
export const mendableRules = (checks: readonly Check[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    checks.flatMap((check) =>
      check.rules
        .filter(({ mend }) => MENDING_CODEMODS.some(({ id }) => id === mend))
        .map((rule) => [rule.id, check.id] as const),
    ),
  );
