import { createTraitReader } from '../../../../../analyzers/readings/rust/trait-members.ts';
import type { ChangeSet } from '../../../../core/change-set.ts';
import { conservation } from '../../../../core/conservation.ts';
import type { Diagnostic, Proof } from '../../../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../../../core/lines.ts';
import type { View } from '../../../../workspace/view.ts';
import { formerView } from '../former-view.ts';
import type { Facade } from './facade.ts';
import { judgeModule } from './judge-module.ts';
import { partsOf } from './parts-of.ts';
import type { Problem } from './problem.ts';
import { facadesOf } from './spliced-facade.ts';

/**
 * The S rung: nothing is executed. Every item of each changed file returns exactly once with equal tokens, up to the closed list of edits;
 * its audience is exactly what it was; the facade has every name it had; macros and names resolve to what they did. Beside the proofs stands
 * what the compiler would say where a codemod can mend it: a name or a trait that a part does not see.
 * @param paths changed Rust files that exist after the change
 */
export function syntaxEvidence(
  before: View,
  after: View,
  changeSet: ChangeSet | null,
  paths: readonly string[],
): { readonly proofs: Proof[]; readonly diagnostics: Diagnostic[] } {
  const traits = createTraitReader(before);
  const lost = changeSet ? conservation(changeSet, before.text) : [];
  const problems: Problem[] = lost.map(({ path, start, why }) => ({ path, start, why }));
  const changed = new Set(paths);
  const covered = new Set<string>();
  const former = formerView(before, after);
  for (const facade of facadesOf(before, after, paths)) {
    const mountable = [...paths, ...facade.parts.map(({ path }) => path)].filter((path) => !facade.before.file(path));
    const parts = partsOf(after, facade.path, new Set(mountable));
    for (const path of [...parts.map((part) => part.path), ...splicedInto(facade, former, paths)]) covered.add(path);
    problems.push(...judgeModule(facade, after, parts, traits));
  }
  for (const path of paths)
    if (!covered.has(path)) problems.push({ path, start: 0, why: 'no changed file mounts it as a module' });
  // What a change set loses lies in the base file, as all does of a file that is gone.
  const isBase = (problem: Problem | undefined, path: string): boolean =>
    problem?.path === path && (problems.indexOf(problem) < lost.length || !after.file(path));
  const proofs = paths.map((path) => {
    const own = problems.filter((one) => one.path === path);
    const said = own.length > 0 ? own : problems.filter((one) => !changed.has(one.path));
    // What a person may accept comes last: it is all that is wrong then.
    const problem = said.find(({ hazard }) => hazard === undefined) ?? said[0];
    return proofOf(path, problem, isBase(problem, path) ? before : after);
  });
  const diagnostics = problems.flatMap(({ path, start, hint }): Diagnostic[] =>
    hint ? [{ ...hint, path, start, end: start, level: 'error', suggestions: [] }] : [],
  );
  return { proofs, diagnostics };
}

function proofOf(path: string, problem: Problem | undefined, view: View): Proof {
  const proof = { rung: 'S', path, configuration: '-' } as const;
  if (!problem) return { ...proof, verdict: 'proven', why: 'items, audiences and names are conserved' };
  const text = view.file(path) ? view.text(path) : '';
  const line = text === '' ? 1 : lineAt(lineStartsOf(text), Math.min(problem.start, text.length));
  const why = `line ${line}: ${problem.why}`;
  return { ...proof, verdict: 'failed', why, ...(problem.hazard ? { hazard: problem.hazard } : {}) };
}

/** What a part splices itself is read with the part. */
const splicedInto = (facade: Facade, before: View, paths: readonly string[]): string[] =>
  paths.filter((path) => before.file(path) && !facade.before.file(path));
