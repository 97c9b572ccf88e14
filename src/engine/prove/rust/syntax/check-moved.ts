import { itemHazards } from '../../../../languages/rust/item-hazards.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { Pair } from './pair-items.ts';
import type { Problem } from './problem.ts';

/** What never means the same in another module, by kind. */
const KINDS: Readonly<Record<string, string>> = {
  mod: 'a module has moved: `super` in it, and its file, depend on its place',
  'extern-crate': 'an `extern crate` has moved: it acts on the crate root',
  let: 'the parser does not understand what has moved',
  expr: 'the parser does not understand what has moved',
  error: 'the parser does not understand what has moved',
};

/** What stands in an item and depends on its module, by hazard; the others are compared, or shown by other rungs. */
const HAZARDS = new Set(['R26', 'R27', 'R28', 'R30', 'R41', 'R43', 'R48']);
/** What an included file may hold when it becomes a module where it stands. */
const CONVERTED = new Set(['R27', 'R30']);

/**
 * No item has moved that cannot: what the compiler, the linker or a test runner finds by its place stays where it is.
 * @param isConverted true for a file that an `include!` spliced before: its modules and tests go with it
 */
export function checkMoved(
  pairs: readonly Pair[],
  facade: string,
  syntaxOf: (path: string) => Syntax,
  isConverted: (path: string) => boolean,
): Problem[] {
  return pairs
    .filter(({ later }) => later.path !== facade && !later.repeats)
    .flatMap(({ later }) => {
      const converted = isConverted(later.path);
      const kind = KINDS[later.kind];
      if (kind !== undefined && !(converted && later.kind === 'mod'))
        return [{ path: later.path, start: later.start, why: kind }];
      const hazard = itemHazards(syntaxOf(later.path), later.item).find(
        ({ id }) => HAZARDS.has(id) && !(converted && CONVERTED.has(id)),
      );
      return hazard ? [{ path: later.path, start: hazard.start, why: `${hazard.id}: ${hazard.why}` }] : [];
    });
}
