import type { Proof } from '../../core/evidence.ts';
import { hasGitAttribute, SUBSTITUTIONS, type Substitution } from '../../workspace/git-attributes.ts';
import type { View } from '../../workspace/view.ts';
import { changesBetween } from '../verdict/changes-between.ts';

/**
 * Static proofs, failed where a text that git fills in (`$Format:%h$` with `export-subst`, `$Id$` with `ident`) has come into a file for which
 * `.gitattributes` does not ask for that, or the other way round: what is archived has another value then.
 */
export function withSubstitutions(proofs: readonly Proof[], before: View, after: View): Proof[] {
  if (!before.files.some(({ path }) => /(^|\/)\.gitattributes$/.test(path))) return [...proofs];
  const changed = changesBetween(before, after).map(({ path }) => path);
  const lost = (Object.keys(SUBSTITUTIONS) as Substitution[]).find(
    (one) => filledIn(before, changed, one) !== filledIn(after, changed, one),
  );
  if (lost === undefined) return [...proofs];
  const why = `git fills in a text that has moved (\`${lost}\` in .gitattributes), which names the file of one state only`;
  return proofs.map((proof) =>
    proof.rung === 'S' && proof.verdict === 'proven' ? { ...proof, verdict: 'failed', why } : proof,
  );
}

/** The texts that git fills in among some files, sorted. */
const filledIn = (view: View, paths: readonly string[], attribute: Substitution): string =>
  paths
    .filter((path) => view.file(path)?.state === 'text')
    .flatMap((path) => {
      const found = view.text(path).match(SUBSTITUTIONS[attribute]) ?? [];
      return found.length > 0 && hasGitAttribute(view, path, attribute) ? found : [];
    })
    .sort()
    .join('\n');
