import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import { isIncludeCall } from '../../../src/languages/rust/item-hazards.ts';
import { isKeyword } from '../../../src/languages/rust/plain-name.ts';
import { areExclusive } from '../../../src/languages/rust/simplify-predicate.ts';
import { normalItem, type UseItem } from '../../../src/languages/rust/use-item.ts';
import { kindOf, type Node } from '../../../src/languages/syntax.ts';
import { isMacroPart, type Part } from './assign.ts';
import type { Audience } from './audience.ts';
import type { Form } from './form.ts';
import { type Guards, type Need, needAlso, needEither, needWithin, predicatesOf } from './guards.ts';
import type { Layout } from './layout.ts';
import type { ModuleItem, ModuleLeaf, ModuleNames } from './module-names.ts';
import { readerOf } from './part-reader.ts';
import type { Read } from './reads.ts';
import { askedFor, type Rebase, rebaseUse } from './rebase-use.ts';
import { type ScopeNeeds, scopeNeeds } from './scope-needs.ts';
import { cfgLines, useEntries } from './use-entries.ts';
import { LAST, type UseEntry } from './write-imports.ts';

/** All that decides what a part imports. */
export interface ImportContext {
  readonly source: Source;
  readonly names: ModuleNames;
  readonly audience: Audience;
  readonly guards: Guards;
  readonly layout: Layout;
  readonly form: Form;
  /** The `#[cfg]` of a part's `mod` line. */
  readonly commonOf: (part: Part) => readonly string[];
  /** What the `mod` line of a part documents; null for nothing. */
  readonly docOf: (part: Part) => string | null;
  /** A macro call whose names cannot be seen. */
  readonly isHidden: (piece: Piece) => boolean;
}

/** What a part imports at its head, and what that needs of the facade. */
export interface PartImports {
  readonly entries: readonly UseEntry[];
  /** Why the part sees all of its parent, by a glob; null where it names what it needs. */
  readonly glob: { readonly why: string; readonly at: number; readonly need: Need } | null;
  /** Names of the facade that the part reads through it. */
  readonly asked: ReadonlyMap<string, Need>;
  /** Imports of the module that the part has now, with when it needs them. */
  readonly taken: ReadonlyMap<ModuleLeaf, Need>;
}

export function partImports(context: ImportContext, part: Part): PartImports {
  const { source, names, guards } = context;
  const reader = readerOf(source, names, context.audience, part);
  const asked = new Map<string, Need>();
  const ask = (name: string, need: Need): unknown => asked.set(name, needEither(asked.get(name) ?? null, need));
  for (const { name, at, through } of reader.reads) if (through) ask(name, [guards.at(at)]);
  if (isMacroPart(part)) return { entries: [], glob: null, asked, taken: new Map() };
  const needs = scopeNeeds(names, reader, guards);
  const glob = whyGlob(context, part, needs);
  if (glob) {
    for (const { name, at } of reader.reads) ask(name, [guards.at(at)]);
    return { entries: [globEntry(glob.need, context.commonOf(part))], glob, asked, taken: new Map() };
  }
  const { given, taken, through } = leafNeeds(context, itemNeeds(context, part, needs), needs);
  for (const { name, need } of through) ask(name, need);
  const fromModule = takenEntries(context, part, taken);
  for (const { name, need } of fromModule.asked) ask(name, need);
  const entries = [...givenEntries(context, part, given), ...fromModule.entries];
  return { entries, glob: null, asked, taken };
}

interface NamedNeed {
  readonly name: string;
  readonly need: Need;
}

function globEntry(need: Need, common: readonly string[]): UseEntry {
  const tree: UseItem = { path: ['super'], end: 'glob', alias: null, of: [] };
  return { paragraph: LAST, tree, above: cfgLines(predicatesOf(need, common), common) };
}

/**
 * Which imports of the module a part takes over, and which names it has of the facade instead.
 * @param items names of the module's items that it needs
 */
function leafNeeds(
  context: ImportContext,
  items: ReadonlyMap<string, Need>,
  needs: ScopeNeeds,
): {
  readonly given: ReadonlyMap<string, Need>;
  readonly taken: ReadonlyMap<ModuleLeaf, Need>;
  readonly through: readonly NamedNeed[];
} {
  const given = new Map(items);
  const taken = new Map<ModuleLeaf, Need>();
  const through: NamedNeed[] = [];
  for (const leaf of context.names.uses.flatMap(({ leaves }) => leaves)) {
    const need = needs.leaf(leaf);
    if (need === null) continue;
    // The name comes from the facade in any case, with all that it means there.
    if (leaf.name !== null && (given.has(leaf.name) || isOfRoot(context, leaf))) {
      through.push({ name: leaf.name, need });
      given.set(leaf.name, needEither(given.get(leaf.name) ?? null, need));
    } else taken.set(leaf, need);
  }
  return { given, taken, through };
}

/** The module's imports as the part writes them, and what they need of the facade. */
function takenEntries(
  context: ImportContext,
  part: Part,
  taken: ReadonlyMap<ModuleLeaf, Need>,
): { readonly entries: readonly UseEntry[]; readonly asked: readonly NamedNeed[] } {
  const scope = rebaseOf(context, part);
  const entries: UseEntry[] = [];
  const asked: NamedNeed[] = [];
  for (const use of context.names.uses) {
    const wanted = use.leaves.flatMap((leaf) => (taken.has(leaf) ? [{ leaf, need: taken.get(leaf)! }] : []));
    for (const entry of useEntries(use, wanted, context.commonOf(part))) {
      for (const tree of rebaseUse(entry.tree, scope)) entries.push({ ...entry, tree, paragraph: use.paragraph });
      const name = askedFor(entry.tree, scope);
      if (name !== null) asked.push(...wanted.map(({ need }) => ({ name, need })));
    }
  }
  return { entries, asked };
}

/** `use own as other;` in a crate's root may import a macro that has no path in a module below. */
const isOfRoot = ({ layout }: ImportContext, { leaf }: ModuleLeaf): boolean =>
  layout.root && leaf.segments.length === 1 && leaf.alias !== null && !leaf.glob;

/** The names of a part's own that `self::` and bare paths of imports may begin with. */
export function rebaseOf({ names, layout }: ImportContext, part: Part): Rebase {
  const defined = new Set(part.whole.flatMap(({ unit }) => unit.defines.map(({ name }) => name)));
  // A crate that the root brings by name is a crate to every module.
  const isType = ({ spaces, kind }: ModuleItem): boolean =>
    spaces.includes('type') && !(layout.root && kind === 'extern-crate');
  // `pub use serde;` re-exports a crate, which paths begin with anywhere.
  const crates = new Set(
    names.uses.flatMap(({ leaves }) =>
      leaves.flatMap(({ leaf, name }) => (leaf.segments.length === 1 && leaf.alias === null ? (name ?? []) : [])),
    ),
  );
  return {
    edition: layout.edition,
    isOwn: (name) => defined.has(name),
    isModules: (name) =>
      names.items.get(name)?.some(isType) === true || (names.beginning.has(name) && !crates.has(name)),
  };
}

/** A part with names that cannot be seen, or that would clash with its own, sees all of its parent. */
function whyGlob(context: ImportContext, part: Part, needs: ScopeNeeds): PartImports['glob'] {
  const { source, names, guards, isHidden } = context;
  const call = part.whole.find((piece) => piece.unit.kind === 'macro-call' && isHidden(piece));
  if (call) return { why: 'a macro call makes items whose names cannot be seen', at: call.unit.start, need: [[]] };
  const files = nodesOf(part)
    .filter((node) => kindOf(source.syntax, node) === 'macro_invocation' && isIncludeCall(source.syntax, node))
    .map((node) => source.syntax.start[node]!);
  if (files[0] !== undefined) {
    const need = files.reduce<Need>((sum, file) => needAlso(sum, guards.at(file)), null);
    return { why: 'a spliced file may name anything', at: files[0], need };
  }
  const made = needs.strange.find((read) => mayBeMade(context, read));
  if (made) return { why: `a macro call may make \`${made.name}\``, at: made.at, need: [[]] };
  for (const [name, items] of names.items) {
    const ofPart = items.filter(({ owner }) => owner === part.name);
    const clash = items.find(
      (item) =>
        item.owner !== part.name && ofPart.some(({ cfg }) => !areExclusive(cfg, item.cfg)) && needs.item(item) !== null,
    );
    if (clash)
      return {
        why: `\`${name}\` is a name of the part and another one of the module`,
        at: part.whole[0]!.unit.start,
        need: [[]],
      };
  }
  return null;
}

/** True for a name that a call may make, or that is one of several things: only all of the parent is sure to have it. */
function mayBeMade({ source, names }: ImportContext, { name, at, space }: Read): boolean {
  // `name = value` and `name: value` among tokens are no names.
  if (space === 'any' && /^\s*(?:=(?![=>])|:(?!:))/.test(source.text.slice(at + name.length, at + name.length + 12)))
    return false;
  if (!names.made.certain.has(name)) return names.made.mayMake(name);
  return names.uses.some(({ leaves }) =>
    leaves.some(({ leaf, names: brought }) => leaf.glob && (brought === null || brought.has(name))),
  );
}

const nodesOf = ({ whole, divided }: Part): Node[] =>
  [...whole, ...divided.flatMap(({ members }) => members)].flatMap(({ item }) =>
    Array.from({ length: item.afterNode - item.firstNode }, (_, i) => item.firstNode + i),
  );

/** When a part needs what the facade and its other parts have, by name. */
function itemNeeds({ names, layout, guards }: ImportContext, part: Part, needs: ScopeNeeds): Map<string, Need> {
  const found = new Map<string, Need>();
  for (const [name, items] of names.items) {
    const others = items.filter(({ owner }) => owner !== part.name);
    // What the crate's root brings by `extern crate` every module sees.
    if (layout.root && others.every(({ kind }) => kind === 'extern-crate')) continue;
    const need = others.reduce<Need>((sum, item) => needEither(sum, needWithin(needs.item(item), item.cfg)), null);
    if (need !== null) found.set(name, need);
  }
  for (const { name, at } of needs.strange)
    if (names.made.certain.has(name)) found.set(name, needAlso(found.get(name) ?? null, guards.at(at)));
  return found;
}

/** `use super::{a, B};`, one for each condition. */
function givenEntries(
  { names, form, commonOf }: ImportContext,
  part: Part,
  given: ReadonlyMap<string, Need>,
): UseEntry[] {
  const common = commonOf(part);
  const groups = new Map<string, { above: string[]; of: UseItem[] }>();
  for (const [name, need] of given) {
    const others = (names.items.get(name) ?? []).filter(({ owner }) => owner !== part.name);
    const above = [
      ...cfgLines(predicatesOf(need, common), common),
      ...(others.some(({ deprecated }) => deprecated) ? [form.deprecated] : []),
    ];
    const group = groups.get(above.join()) ?? { above, of: [] };
    groups.set(above.join(), group);
    group.of.push({ path: [isKeyword(name) ? `r#${name}` : name], end: 'name', alias: null, of: [] });
  }
  return [...groups.values()].map(({ above, of }) => ({
    paragraph: LAST,
    above,
    tree: normalItem({ path: ['super'], end: 'list', alias: null, of }),
  }));
}
