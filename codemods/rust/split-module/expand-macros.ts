import type { MacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import { type MacroWords, readMacroWords } from '../../../analyzers/readings/rust/macro-words.ts';
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
  const { syntax, outline } = source;
  const named = new Set(
    outline.units.filter(({ kind }) => kind !== 'macro').flatMap(({ defines }) => defines.map(({ name }) => name)),
  );
  const wordsOf = readMacroWords(definitions);
  const calls: Call[] = [];
  for (let node = 0; node < syntax.size; node++) {
    const offset = syntax.start[node]!;
    if (!isCall(source, node) || inMacro(offset)) continue;
    const name = textOf(syntax, node);
    calls.push({ name, at: offset, inScope: scopeOf(node), words: wordsOf(name) });
  }
  const pathsOf = ({ name, start }: Unit): Read[] =>
    [...(wordsOf(name ?? '')?.paths ?? [])]
      .filter((word) => named.has(word))
      .map((word) => ({ name: word, space: 'any', at: start, through: 'crate' }));
  return {
    reads: calls.flatMap((call) => readsOf(call).filter(({ name }) => named.has(name))),
    members: calls.flatMap(membersOf),
    pathsOf,
  };
}

interface Call {
  readonly name: string;
  readonly at: number;
  readonly inScope: boolean;
  /** Null for a macro that the package does not define. */
  readonly words: MacroWords | null;
}

const isCall = ({ syntax, text }: Source, node: Node): boolean =>
  text[syntax.end[node]!] === '!' && text[syntax.end[node]! + 1] !== '=' && kindOf(syntax, node) === 'identifier';

const readsOf = ({ words, at }: Call): Read[] => [
  ...[...(words?.names ?? [])].map((name): Read => ({ name, space: 'any', at, through: false })),
  ...[...(words?.paths ?? [])].map((name): Read => ({ name, space: 'any', at, through: 'crate' })),
];

function membersOf({ name, at, inScope, words }: Call): MemberRead[] {
  const as = (list: Iterable<string>, kind: MemberRead['kind']): MemberRead[] =>
    [...list].map((word) => ({ word, kind, of: null, at, inScope }));
  return [...as(words?.members ?? STD_MEMBERS.get(name) ?? [], 'method'), ...as(words?.fields ?? [], 'field')];
}
