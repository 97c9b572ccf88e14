import type { MacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import { readMacroWords } from '../../../analyzers/readings/rust/macro-words.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { kindOf, type Node, textOf } from '../../../src/languages/syntax.ts';
import type { MemberRead, Read } from './reads.ts';

/** `write!` calls `write_fmt` of a trait that whoever calls it must import. */
const STD_MEMBERS = new Map([
  ['write', ['write_fmt']],
  ['writeln', ['write_fmt']],
]);

export interface Expanded {
  readonly reads: readonly Read[];
  readonly members: readonly MemberRead[];
  /** What a definition of this module reads by a path from the crate's root, wherever it is called. */
  readonly pathsOf: (macro: Unit) => Read[];
}

/**
 * What the macros of the package bring where they are called: names of this module that their bodies have, and members. A body has no place
 * of its own in the module.
 * @param inMacro true for an offset in a definition, whose calls count where it is called itself
 */
export function expandMacros(
  source: Source,
  definitions: MacroDefinitions,
  inMacro: (at: number) => boolean,
  scopeOf: (node: Node) => boolean,
): Expanded {
  const { syntax, text, outline } = source;
  const named = new Set(
    outline.units.filter(({ kind }) => kind !== 'macro').flatMap(({ defines }) => defines.map(({ name }) => name)),
  );
  const wordsOf = readMacroWords(definitions);
  const reads: Read[] = [];
  const members: MemberRead[] = [];
  for (let node = 0; node < syntax.size; node++) {
    if (text[syntax.end[node]!] !== '!' || kindOf(syntax, node) !== 'identifier') continue;
    const at = syntax.start[node]!;
    if (text[syntax.end[node]! + 1] === '=' || inMacro(at)) continue;
    const name = textOf(syntax, node);
    const inScope = scopeOf(node);
    const words = wordsOf(name);
    const add = (list: Iterable<string>, kind: MemberRead['kind']): void => {
      for (const word of list) members.push({ word, kind, of: null, at, inScope });
    };
    add(words?.members ?? STD_MEMBERS.get(name) ?? [], 'method');
    add(words?.fields ?? [], 'field');
    for (const word of words?.names ?? [])
      if (named.has(word)) reads.push({ name: word, space: 'any', at, through: false });
    for (const word of words?.paths ?? [])
      if (named.has(word)) reads.push({ name: word, space: 'any', at, through: 'crate' });
  }
  const pathsOf = ({ name, start }: Unit): Read[] =>
    [...(wordsOf(name ?? '')?.paths ?? [])]
      .filter((word) => named.has(word))
      .map((word) => ({ name: word, space: 'any', at: start, through: 'crate' }));
  return { reads, members, pathsOf };
}
