import { hazard } from '../hazard.ts';

export const H86 = hazard({
  id: 'H86',
  language: 'python',
  what: 'A setting that is keyed by path or module (mypy overrides, per-file ignores, coverage, `paths:` of a workflow, the sources of another build) is for the file alone, or for its folder.',
  foundBy: 'planner',
  verdict: 'note',
  remedy: 'an override of mypy in pyproject.toml gets the new modules; every other place is reported with its line',
  naive: 'what checked or built the module does not see its parts, and there is no warning',
  heldBy: '`find-patterns.test.ts`, `find-namings.test.ts`',
});
