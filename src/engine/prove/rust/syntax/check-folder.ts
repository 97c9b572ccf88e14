import { dirname } from 'node:path/posix';
import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { itemHazards } from '../../../../languages/rust/item-hazards.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { Facade } from './facade.ts';
import { innerAttributes } from './inner-attributes.ts';
import type { Pair } from './pair-items.ts';
import type { Problem } from './problem.ts';

/** `m.rs` that is `m/mod.rs` now stands in another folder: nothing that stays in it is found beside its file. */
export function checkFolder(
  { path, textPath }: Pick<Facade, 'path' | 'textPath'>,
  pairs: readonly Pair[],
  syntaxOf: (path: string) => Syntax,
  definitions: MacroDefinitions,
): Problem[] {
  if (dirname(path) === dirname(textPath)) return [];
  const syntax = syntaxOf(path);
  const named = innerAttributes(syntax).filter(({ text }) => /\binclude_\w+!|\bpath="/.test(text));
  return [
    ...named.map(({ start }) => ({ path, start, why: 'the file names another, and stands in another folder now' })),
    ...pairs
      .filter(({ later }) => later.path === path)
      .flatMap(({ later }) => itemHazards(syntax, later.item).filter(({ id }) => id === 'R43'))
      .map(({ start, why }) => ({ path, start, why: `R43: ${why}` })),
    ...pairs
      .filter(({ later }) => later.path === path && later.kind === 'macro-call' && mountsFile(later.name, definitions))
      .map(({ later: { start, name } }) => ({
        path,
        start,
        why: `\`${name}\` mounts a file, and stands in another folder now`,
      })),
  ];
}

/** A macro of the package whose body says `#[path = "x.rs"] mod x;`, itself or through those that it calls. */
function mountsFile(call: string, definitions: MacroDefinitions): boolean {
  const first = /^(?:[\w:$]*::)?(?:r#)?(\w+)\s*!/.exec(call)?.[1];
  const names = new Set(first === undefined ? [] : [first]);
  for (const name of names)
    for (const { syntax, node } of definitions(name)) {
      if (/#\s*\[[^\]]*\bpath\s*=/.test(syntax.text.slice(syntax.start[node]!, syntax.end[node]!))) return true;
      for (const next of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(next.name);
    }
  return false;
}
