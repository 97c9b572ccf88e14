import { dirname } from 'node:path/posix';
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
): Problem[] {
  if (dirname(path) === dirname(textPath)) return [];
  const syntax = syntaxOf(path);
  const named = innerAttributes(syntax).filter(({ text }) => /\binclude_\w+!|\bpath="/.test(text));
  return [
    ...named.map(({ start }) => ({ path, start, why: 'the file names another, and stands in another folder now' })),
    ...pairs
      .filter(({ is }) => is.path === path)
      .flatMap(({ is }) => itemHazards(syntax, is.item).filter(({ id }) => id === 'R43'))
      .map(({ start, why }) => ({ path, start, why: `R43: ${why}` })),
  ];
}
