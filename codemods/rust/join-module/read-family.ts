import { below } from '../../../analyzers/readings/rust/module-file.ts';
import { type Piece, readSource, type Source } from '../../../analyzers/readings/rust/source.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { childByField, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from '../../refuse.ts';

/** A part that goes back, with the line that mounts it. */
export interface Member {
  readonly name: string;
  readonly path: string;
  readonly source: Source;
  readonly line: Piece;
  /** Predicates of the line's `#[cfg]`. */
  readonly cfg: readonly string[];
}

/** Files that the facade mounts by a plain private `mod` line: what a split makes. A module of tests is a module of its own. */
export function partsIn(view: View, path: string): string[] {
  const facade = readSource(view, path);
  if (typeof facade === 'string') return [];
  return mountsIn(view, facade).flatMap(({ file, line }) =>
    file !== null && whyNot(facade, line) === null ? [file] : [],
  );
}

/** The members that are asked for, in the order of their `mod` lines, or why one of them cannot go back. */
export function readFamily(view: View, facade: Source, parts: readonly string[]): Member[] | Refusal[] {
  const refusals: Refusal[] = [];
  const members: Member[] = [];
  for (const { name, file, line } of mountsIn(view, facade)) {
    if (file === null || !parts.includes(file)) continue;
    const why = whyNot(facade, line);
    const source = readSource(view, file);
    if (why !== null) refusals.push(refuse(facade, 'M4', line.unit, why, 'Leave the module where it is.'));
    else if (typeof source === 'string')
      refusals.push(refuse({ path: file }, 'P2', START, source, 'Name a Rust file that can be read.'));
    else
      members.push({ name, path: file, source, line, cfg: cfgOf(readAttributes(facade.syntax, line.item.attributes)) });
  }
  const known = new Set(members.map(({ path }) => path));
  for (const path of parts)
    if (!known.has(path) && refusals.length === 0)
      refusals.push(
        refuse({ path }, 'P2', START, `${facade.path} has no \`mod\` line for it`, 'Name a part of that file.'),
      );
  return refusals.length > 0 ? refusals : members;
}

const START = { start: 0, end: 0 };

const mountsIn = (view: View, facade: Source): { name: string; file: string | null; line: Piece }[] =>
  facade.top
    .filter(({ unit, item }) => unit.kind === 'mod' && childByField(facade.syntax, item.node, 'body') === -1)
    .map((line) => {
      const name = plainName(textOf(facade.syntax, childByField(facade.syntax, line.item.node, 'name')));
      return { name, file: below(view, facade.path, [name])?.file ?? null, line };
    });

/** Why a module is none of the file's parts; null where it may be one. */
function whyNot({ syntax }: Source, { unit, item }: Piece): string | null {
  if (unit.visibility !== '') return `\`${unit.name}\` is a module that others can name (${unit.visibility})`;
  const attributes = readAttributes(syntax, item.attributes);
  const other = attributes.find(
    ({ path, argument }) => path !== 'cfg' && path !== 'doc' && !(path === 'macro_use' && argument === -1),
  );
  if (other) return `\`mod ${unit.name}\` carries #[${other.path}]`;
  return cfgOf(attributes).includes('test') ? `\`${unit.name}\` is a module of tests, and stays one` : null;
}
