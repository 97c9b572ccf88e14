import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { Namespace } from '../../../src/core/unit.ts';
import { readUses } from '../../../src/languages/rust/read-uses.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { Child } from './assign.ts';
import { type Guards, type Need, needAlso } from './guards.ts';

/** Who names what. An owner is a child's name, or '' for what stays in the facade. */
export interface Mentions {
  readonly ownerAt: (offset: number) => string;
  /** When the rest of the file reads that name of the module. */
  readonly needOf: (name: string, spaces: readonly Namespace[], owner: string) => Need;
  /** When the rest of the file has that word at all: fields, methods. */
  readonly needOfWord: (word: string, owner: string) => Need;
  /** The names of the module that an owner reads, each with its place. */
  readonly readBy: (
    owner: string,
  ) => readonly { readonly name: string; readonly space: Namespace | 'any'; readonly at: number }[];
}

const WORDS = new Set([
  'identifier',
  'type_identifier',
  'field_identifier',
  'shorthand_field_identifier',
  'shorthand_field_pattern',
  'integer_literal',
]);

export function readMentions(source: Source, children: readonly Child[], guards: Guards): Mentions {
  const { syntax } = source;
  const spans = children
    .flatMap(({ name, whole, divided, inline }) =>
      [...whole, ...divided.flatMap(({ members }) => members), ...(inline ? [inline] : [])].map(({ unit }) => ({
        start: unit.start,
        end: unit.end,
        name,
      })),
    )
    .sort((a, b) => a.start - b.start);
  const ownerAt = (offset: number): string => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (spans[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    const span = spans[low];
    return span && span.start <= offset ? span.name : '';
  };
  const uses = readUses(syntax, constantsOf(source));
  const byName = new Map<string, typeof uses>();
  for (const use of uses) byName.set(use.name, [...(byName.get(use.name) ?? []), use]);
  const words = wordsOf(source, () => true);
  const throughCrate = wordsOf(source, (node) => isThroughCrate(syntax, node));
  const collect = (offsets: readonly number[], owner: string): Need => {
    let need: Need = null;
    for (const at of offsets) if (ownerAt(at) !== owner) need = needAlso(need, guards.at(at));
    return need;
  };
  return {
    ownerAt,
    needOf: (name, spaces, owner) =>
      collect(
        [
          ...(byName.get(name) ?? [])
            .filter(({ space }) => space === 'any' || spaces.includes(space))
            .map(({ at }) => at),
          ...(throughCrate.get(name) ?? []),
        ],
        owner,
      ),
    needOfWord: (word, owner) => collect(words.get(word) ?? [], owner),
    readBy: (owner) => uses.filter(({ at }) => ownerAt(at) === owner),
  };
}

const CONSTANTS = new Set(['const', 'static', 'struct']);

const constantsOf = (source: Source): Set<string> =>
  new Set(
    source.outline.units
      .filter(({ kind }) => CONSTANTS.has(kind))
      .flatMap(({ defines }) => defines.map(({ name }) => name)),
  );

const PATHS = new Set(['scoped_identifier', 'scoped_type_identifier', 'scoped_use_list', 'use_list', 'use_as_clause']);

/** `crate::this_module::name`, as an inner module may write it. Whether the path leads here is not asked: what nobody uses goes again. */
function isThroughCrate(syntax: Syntax, node: Node): boolean {
  let top = node;
  while (syntax.parent[top] !== -1 && PATHS.has(kindOf(syntax, syntax.parent[top]!))) top = syntax.parent[top]!;
  return top !== node && textOf(syntax, top).startsWith('crate::');
}

function wordsOf({ syntax }: Source, counts: (node: Node) => boolean): Map<string, number[]> {
  const words = new Map<string, number[]>();
  for (let node = 0; node < syntax.size; node++) {
    if (!WORDS.has(kindOf(syntax, node)) || syntax.after[node] !== node + 1 || !counts(node)) continue;
    const word = textOf(syntax, node).replace(/^r#/, '');
    const list = words.get(word);
    if (list) list.push(syntax.start[node]!);
    else words.set(word, [syntax.start[node]!]);
  }
  return words;
}
