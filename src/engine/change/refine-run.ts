import { type Evidence, UNUSED_BEFORE } from '../../core/evidence.ts';
import { refineAll } from './refine.ts';
import { type Run, withChangeSets } from './run.ts';

/** The third step: what the codemods make of the compilers' diagnostics; null where that changes nothing. */
export function refineRun(run: Run): Run | null {
  const { evidence, unused } = run;
  const refined = refineAll(run.request.view, run.jobs, run.changeSets, withUnused(evidence, unused));
  if (refined === null) return null;
  return {
    ...withChangeSets(run, refined.changeSets),
    notes: [...run.notes, ...refined.notes],
    unused: [...unused, ...evidence.diagnostics.filter(({ code }) => code === 'unused_imports')],
  };
}

/** The evidence, with what was unused before: so a codemod can recognise an import that it is asked for again. */
const withUnused = (evidence: Evidence, unused: Run['unused']): Evidence => ({
  ...evidence,
  diagnostics:
    evidence.diagnostics.length === 0
      ? []
      : [...evidence.diagnostics, ...unused.map((one) => ({ ...one, code: UNUSED_BEFORE, start: 0, end: 0 }))],
});
