import { type ConstantNames, mayBeConstant } from '../../../analyzers/readings/rust/constant-names.ts';
import { docLinks } from '../../../analyzers/readings/rust/doc-links.ts';
import type { MacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { Namespace } from '../../../src/core/unit.ts';
import { comparedNames } from '../../../src/languages/rust/compared-names.ts';
import { memberAccesses } from '../../../src/languages/rust/member-accesses.ts';
import { moduleSpans } from '../../../src/languages/rust/module-spans.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readUses } from '../../../src/languages/rust/read-uses.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import type { Part } from './assign.ts';
import { cratePaths } from './crate-paths.ts';
import { expandMacros } from './expand-macros.ts';
import { groupBy } from './group-by.ts';
import { type Guards, type Need, needAlso } from './guards.ts';
import type { MemberRead, Read } from './reads.ts';

/** Who names what. An owner is a part's name, or '' for what stays in the facade. What a macro expands to is read where it is called. */
export interface Mentions {
  readonly ownerAt: (offset: number) => string;
  /** When the rest of the file reads that name of the module. */
  readonly needOf: (name: string, spaces: readonly Namespace[], owner: string) => Need;
  /** When the rest of the file reads members of that name. */
  readonly memberNeed: (word: string, isOne: (read: MemberRead) => boolean, owner: string) => Need;
  readonly readBy: (owner: string) => readonly Read[];
  readonly membersReadBy: (owner: string) => readonly MemberRead[];
  /** Names in the docs of an owner; those of the file itself are the facade's. */
  readonly documentedBy: (owner: string) => readonly DocName[];
}

export function readMentions(
  source: Source,
  parts: readonly Part[],
  guards: Guards,
  definitions: MacroDefinitions,
  constants: ConstantNames,
): Mentions {
  const { syntax } = source;
  const ownerAt = ownersOf(parts);
  const macros = source.top.filter(({ unit }) => unit.kind === 'macro').map(({ unit }) => unit);
  const inMacro = (offset: number): boolean => macros.some(({ start, end }) => start <= offset && offset < end);
  const inScope = scopeOf(syntax);
  const expanded = expandMacros(source, definitions, inMacro, inScope);
  const uses: Read[] = [
    ...readUses(syntax, constantsOf(source, constants)).filter(({ at }) => !inMacro(at)),
    ...expanded.reads,
    ...cratePaths(source).filter(({ at }) => !inMacro(at)),
    ...macros.flatMap((macro) => expanded.pathsOf(macro)),
  ];
  const members: MemberRead[] = [
    ...memberAccesses(syntax).map(({ node, ...read }) => ({
      ...read,
      at: syntax.start[node]!,
      inScope: inScope(node),
    })),
    ...expanded.members,
  ];
  const reads = groupBy(uses, ({ name }) => name);
  const accesses = groupBy(members, ({ word }) => word);
  const byOwner = groupBy(uses, ({ at }) => ownerAt(at));
  const membersByOwner = groupBy(members, ({ at }) => ownerAt(at));
  const docs = groupBy(docNames(syntax), ({ at }) => ownerAt(at));
  const collect = (
    found: readonly { readonly at: number; readonly through?: Read['through'] }[],
    owner: string,
  ): Need => {
    let need: Need = null;
    for (const { at, through } of found)
      if (through === 'crate' || ownerAt(at) !== owner) need = needAlso(need, guards.at(at));
    return need;
  };
  return {
    ownerAt,
    needOf: (name, spaces, owner) =>
      collect(
        (reads.get(name) ?? []).filter(({ space }) => space === 'any' || spaces.includes(space)),
        owner,
      ),
    memberNeed: (word, isOne, owner) => collect((accesses.get(word) ?? []).filter(isOne), owner),
    readBy: (owner) => byOwner.get(owner) ?? [],
    membersReadBy: (owner) => membersByOwner.get(owner) ?? [],
    documentedBy: (owner) => docs.get(owner) ?? [],
  };
}

/** A name that a link in docs begins with: rustdoc looks it up where the docs stand. */
interface DocName {
  readonly name: string;
  readonly at: number;
}

const docNames = (syntax: Syntax): DocName[] =>
  docLinks(syntax, 0, syntax.size).map(({ path, start }) => ({ name: plainName(path.split('::')[0]!), at: start }));

function ownersOf(parts: readonly Part[]): (offset: number) => string {
  const spans = parts
    .flatMap(({ name, whole, divided, inline }) =>
      [...whole, ...divided.flatMap(({ members }) => members), ...(inline ? [inline] : [])].map(({ unit }) => ({
        start: unit.start,
        end: unit.end,
        name,
      })),
    )
    .sort((a, b) => a.start - b.start);
  return (offset) => {
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
}

const CONSTANTS = new Set(['const', 'static', 'struct']);

/** Names that patterns compare with: the file's own constants, and those in lower case that it imports or may import. */
function constantsOf(source: Source, { isConstant, mayBe }: ConstantNames): Set<string> {
  const compared = comparedNames(source.syntax);
  const isOne = (leaf: UseLeaf, name: string): boolean => {
    const last = leaf.segments.at(-1) ?? '';
    return compared.has(name) ? mayBe(last) || mayBeConstant(leaf) : isConstant(last);
  };
  return new Set([
    ...source.outline.units
      .filter(({ kind }) => CONSTANTS.has(kind))
      .flatMap(({ defines }) => defines.map(({ name }) => name)),
    ...source.top
      .filter(({ unit }) => unit.kind === 'use')
      .flatMap(({ item }) => readUseTree(source.syntax, item.node))
      .flatMap((leaf) => {
        const name = importedName(leaf);
        // What is written with a capital is taken for a constant anyway.
        return name !== null && /^\P{Lu}/u.test(name) && isOne(leaf, name) ? [name] : [];
      }),
  ]);
}

function scopeOf(syntax: Syntax): (node: Node) => boolean {
  const hidden = moduleSpans(syntax).filter(({ seesFile }) => !seesFile);
  return (node) => !hidden.some(({ from, until }) => from <= node && node < until);
}
