import type { Atom } from '../../../src/core/atom.ts';
import type { Unit } from '../../../src/core/unit.ts';

/**
 * The inherent impls of a documented type, where the docs above one of them are a heading of rustdoc's page: what stands below which heading
 * follows from the blocks and their order, so none of them can be divided or leave the others.
 */
export function headedBlocks({ units }: Atom, text: string): readonly Unit[] {
  const type = units.find(({ kind }) => /^(?:struct|enum|union)$/.test(kind));
  if (type !== undefined && type.visibility !== 'pub') return [];
  const blocks = units.filter(({ kind, id }) => kind === 'impl' && !/ for (?!<)/.test(id));
  return blocks.some((unit) => isHeading(unit, text)) ? blocks : [];
}

/** True for an impl block with docs of its own. */
const isHeading = ({ start, body }: Unit, text: string): boolean =>
  /^[ \t]*(?:\/\/\/(?!\/)|\/\*\*(?![*/]))|#\s*\[[^\]]*\bdoc\s*=/m.test(text.slice(start, body.start));
