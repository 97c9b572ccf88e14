import { aliasLine } from '../../../../analyzers/readings/javascript/aliased-specifiers.ts';
import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { type Proof, weaken } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import type { Change } from './change.ts';

/**
 * Static proofs, weakened where a file names a module by another text than the one that it came from (`../config.js` for `./config.js`), and a configuration
 * puts another module in the place of one by that text: tests and bundles may then have the real one. Nothing but T sees it.
 */
export function withAliasedNames(proofs: readonly Proof[], { before, after, old }: Change): Proof[] {
  const earlier = old.map((path) => namesIn(before, path));
  return proofs.map((proof) => {
    if (proof.rung !== 'S' || proof.verdict !== 'proven') return proof;
    const found = aliasLine(before, otherwiseNamed(earlier, namesIn(before, proof.path), namesIn(after, proof.path)));
    if (found === null) return proof;
    const why = `${found.path}:${found.line} takes modules by the text of their names, which is another one here (J92)`;
    return weaken(proof, why);
  });
}

/** Module -> its relative name as written. */
type Names = ReadonlyMap<string, string>;

/** How modules were named elsewhere that a file names now, did not before, and names otherwise. */
const otherwiseNamed = (earlier: readonly Names[], was: Names, is: Names): string[] =>
  [...is].flatMap(([module, name]) =>
    was.has(module) ? [] : earlier.flatMap((names) => names.get(module) ?? []).filter((other) => other !== name),
  );

const NAMES = /\b(?:from|import|require)\s*\(?\s*(['"])(\.[^'"\n]*)\1/g;

const namesIn = (view: View, path: string): Names =>
  view.file(path)?.state !== 'text'
    ? new Map()
    : new Map([...view.text(path).matchAll(NAMES)].map(([, , name]) => [moduleOf(view, path, name!), name!]));
