import type { Piece } from '../../../analyzers/readings/rust/source.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import type { Part } from './assign.ts';
import type { Audience } from './audience.ts';
import { nameNeed } from './exposure.ts';
import { type Need, needEither, needWithin, predicatesOf } from './guards.ts';
import type { Layout } from './layout.ts';

/** A name that the facade re-exports. */
export interface Reexport {
  readonly name: string;
  /** `pub`, `pub(crate)`, or '' for private. */
  readonly visibility: string;
  /** `#[cfg(..)]` predicates to write. */
  readonly predicates: readonly string[];
  readonly deprecated: boolean;
}

/** One named re-export for each name that somebody else has or may have, at the visibility and under the `cfg` that it had. */
export function reexportsOf(part: Part, audience: Audience, layout: Layout): Reexport[] {
  const found = new Map<string, { visibility: string; own: string[]; need: Need; deprecated: boolean }[]>();
  for (const piece of part.whole)
    for (const { name, visibility: written } of namesOf(piece, audience)) {
      const attributes = readAttributes(audience.source.syntax, piece.item.attributes);
      const need = needFor(piece, { name, visibility: written, owner: part.name }, audience, layout);
      if (need === null) continue;
      const deprecated = attributes.some(({ path }) => path === 'deprecated');
      found.set(name, [...(found.get(name) ?? []), { visibility: written, own: cfgOf(attributes), need, deprecated }]);
    }
  return [...found].flatMap(([name, list]) => {
    const visibilities = [...new Set(list.map(({ visibility }) => visibility))];
    return visibilities.map((visibility) => {
      const same = list.filter((one) => one.visibility === visibility);
      return { name, visibility, predicates: together(same), deprecated: same.some(({ deprecated }) => deprecated) };
    });
  });
}

function namesOf(piece: Piece, { source }: Audience): { name: string; visibility: string }[] {
  const { unit } = piece;
  if (unit.kind === 'extern-block') return unit.defines.map(({ name, visibility }) => ({ name, visibility }));
  const visibility = readVisibility(source.syntax, innerItem(source.syntax, piece.item.node)).text;
  return unit.defines.map(({ name }) => ({ name, visibility }));
}

function needFor(
  piece: Piece,
  { name, visibility, owner }: { readonly name: string; readonly visibility: string; readonly owner: string },
  audience: Audience,
  layout: Layout,
): Need {
  const inside = nameNeed(piece, owner, audience);
  if (visibility === '' || visibility === 'pub(self)' || visibility === 'pub(in self)') return inside;
  const library = layout.crate === null || layout.crate.targets.some(({ kind }) => kind === 'lib');
  if (visibility === 'pub' && library) return [[]];
  return needEither(inside, audience.others.anywhere(name));
}

/** Alternatives under different `cfg` share one import, which holds where any of them does. */
function together(list: readonly { own: string[]; need: Need }[]): string[] {
  if (list.length === 1) return predicatesOf(list[0]!.need, list[0]!.own);
  return predicatesOf(
    list.reduce<Need>((sum, { own, need }) => needEither(sum, needWithin(need, own)), null),
    [],
  );
}
