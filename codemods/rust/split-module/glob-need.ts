import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { isIncludeCall } from '../../../src/languages/rust/item-hazards.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField, kindOf, type Node } from '../../../src/languages/syntax.ts';
import type { Child } from './assign.ts';
import { type Guards, type Need, needAlso } from './guards.ts';
import type { Mentions } from './mentions.ts';

/** Names that a child defines itself. */
export const ownNames = (child: Child): Set<string> =>
  new Set(child.whole.flatMap(({ unit }) => unit.defines.map(({ name }) => name)));

/**
 * When a child needs `use super::*`: it reads a name of the module, or may call a method of a trait that the module imports.
 * Names of glob imports cannot be seen: then any name that is not its own may be one of them.
 * @param imported names that the child imports by themselves
 */
export function globNeed(
  source: Source,
  child: Child,
  mentions: Mentions,
  guards: Guards,
  imported: ReadonlySet<string> = new Set(),
): Need {
  const imports = importsOf(source);
  const own = ownNames(child);
  // A `macro_rules!` is seen in textual order, not through an import.
  const named = source.outline.units.filter(({ kind }) => kind !== 'macro');
  const defined = new Set(named.flatMap(({ defines }) => defines.map(({ name }) => name)));
  let need: Need = null;
  for (const { name, at, space } of [...mentions.readBy(child.name), ...headerReads(source, child, mentions)]) {
    if (own.has(name) || imported.has(name)) continue;
    if (defined.has(name) || (imports.globs && space !== 'macro' && !PRELUDE.has(name)))
      need = needAlso(need, guards.at(at));
  }
  need = fileReads(source, child).reduce<Need>((all, at) => needAlso(all, guards.at(at)), need);
  if (need?.some((guard) => guard.length === 0)) return need;
  const hidden = imports.globs || imports.hidden || imports.names.some((name) => !readAnywhere(source, name));
  const calls = hidden ? methodCalls(source, child) : [];
  return calls.reduce<Need>((all, at) => needAlso(all, guards.at(at)), need);
}

// A part repeats the header of a block that it holds methods of, and reads its names.
function headerReads({ syntax }: Source, child: Child, mentions: Mentions): ReturnType<Mentions['readBy']> {
  const headers = child.divided.map(({ block }) => ({
    start: block.unit.body.start,
    end: syntax.start[childByField(syntax, block.item.node, 'body')]!,
  }));
  if (headers.length === 0) return [];
  return mentions.readBy('').filter(({ at }) => headers.some(({ start, end }) => start <= at && at < end));
}

/** Any name of the module may stand in a file that is spliced inside of an item. */
const fileReads = ({ syntax }: Source, child: Child): number[] =>
  nodesOf(child, (node) => kindOf(syntax, node) === 'macro_invocation' && isIncludeCall(syntax, node)).map(
    (node) => syntax.start[node]!,
  );

const PRELUDE = new Set(
  'Option Some None Result Ok Err Vec String Box Clone Copy Send Sync Sized Drop Fn FnMut FnOnce Iterator Default Eq PartialEq Ord PartialOrd From Into ToString ToOwned AsRef AsMut Self str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 bool char Debug Hash derive'.split(
    ' ',
  ),
);

interface Imports {
  readonly names: readonly string[];
  readonly globs: boolean;
  /** `use Trait as _`. */
  readonly hidden: boolean;
}

function importsOf({ syntax, top }: Source): Imports {
  const leaves = top.filter(({ unit }) => unit.kind === 'use').flatMap(({ item }) => readUseTree(syntax, item.node));
  return {
    names: leaves.flatMap((leaf) => importedName(leaf) ?? []),
    globs: leaves.some(({ glob }) => glob),
    hidden: leaves.some(({ alias }) => alias === '_'),
  };
}

// An import whose name stands nowhere is there for its methods.
const readAnywhere = (source: Source, name: string): boolean =>
  source.outline.units.some(({ kind, uses }) => kind !== 'use' && uses.some((use) => use.name === name));

const methodCalls = ({ syntax, text }: Source, child: Child): number[] =>
  nodesOf(
    child,
    (node) =>
      kindOf(syntax, node) === 'field_identifier' &&
      /^\s*(\(|::)/.test(text.slice(syntax.end[node]!, syntax.end[node]! + 8)),
  ).map((node) => syntax.start[node]!);

function nodesOf({ whole, divided }: Child, isOne: (node: Node) => boolean): Node[] {
  const found: Node[] = [];
  for (const { item } of [...whole, ...divided.flatMap(({ members }) => members)])
    for (let node = item.firstNode; node < item.afterNode; node++) if (isOne(node)) found.push(node);
  return found;
}
