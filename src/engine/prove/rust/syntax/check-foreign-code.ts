import { basename, dirname } from 'node:path/posix';
import { type ForeignMacro, foreignMacros } from '../../../../../analyzers/readings/rust/foreign-macros.ts';
import { type MacroDefinitions, rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { outlineRust } from '../../../../languages/rust/outline.ts';
import { readItems } from '../../../../languages/rust/read-items.ts';
import { readVisibility } from '../../../../languages/rust/read-visibility.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../../languages/rust/use-tree.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { implies, underAll } from './cfg-formula.ts';
import { allParts, type ModuleState, type Part, parentGlobs, partHas } from './module-state.ts';
import type { DefinedName, Import, PartScope } from './part-scope.ts';
import { modLines } from './parts-of.ts';
import type { Problem } from './problem.ts';
import { hasWord } from './words-in.ts';

interface Where {
  readonly before: View;
  readonly path: string;
  readonly definitions: MacroDefinitions;
  /** A glob of another crate of which nothing is known. */
  readonly isForeign: (glob: Import) => boolean;
  /** What a glob brings; null for anything. */
  readonly broughtBy: (glob: Import) => ReadonlySet<string> | null;
  /** True for a macro of a crate that reads nothing of where it stands. */
  readonly isPlain: (macro: ForeignMacro) => boolean;
}

/**
 * What another crate's macro, derive or attribute makes cannot be read. A private name that no text reads is most likely read by it, by its
 * plain name or behind `super`, and a file that nothing names is read by its path from there: so each file with such code must see what the
 * module saw.
 */
export function checkForeignCode(state: ModuleState, where: Where): Problem[] {
  const parts = allParts(state)
    .map((part) => ({ part, macros: foreignMacros(part.scope.syntax, where.definitions) }))
    .filter(({ macros }) => macros.length > 0)
    .map(({ part, macros }) => {
      const strange = macros.filter((one) => !where.isPlain(one));
      const call = strange.find(({ kind }) => kind === 'call')?.at ?? null;
      return { part, at: macros[0]!.at, strange: strange[0]?.at ?? null, call };
    });
  if (parts.length === 0) return [];
  const taken = nameTaken(state, parts, where);
  if (taken) return [taken];
  const unread = unreadNames(state.earlier.syntax, state.earlier.defines, where);
  const hidden = memberHidden(state, parts);
  if (hidden) return [hidden];
  const lost = parts.flatMap(({ part, at }) => {
    const guard = underAll([...part.guards(at), ...part.outer]);
    const missing = unread.find((one) =>
      one.spaces.every((space) => !implies(guard, partHas(state, part, one.name, space))),
    );
    return missing
      ? [problemAt(part, at, `\`${missing.name}\` is read by nothing that can be seen, and may be by this`)]
      : [];
  });
  const moved = parts.filter(({ part }) => part !== state.facade);
  return lost.length > 0 || moved.length === 0 ? lost : surroundings(state, moved, where);
}

interface Reading {
  readonly part: Part;
  readonly at: number;
  /** The first macro of a crate of which nothing is known. */
  readonly strange: number | null;
  /** The first such call. */
  readonly call: number | null;
}

/** `p::value()` of such code led through a glob to another crate's `p`, and leads to the part now. */
function nameTaken(state: ModuleState, parts: readonly Reading[], { isForeign, broughtBy }: Where): Problem | null {
  const names = new Set(state.parts.map(({ file }) => file.name));
  const glob = state.earlier.imports.find(
    (one) => one.leaf.glob && (isForeign(one) || [...names].some((name) => broughtBy(one)?.has(name))),
  );
  const reading = parts.find(
    ({ part, strange }) => strange !== null && (part === state.facade || parentGlobs(part).length > 0),
  );
  const [first] = state.parts;
  if (glob === undefined || reading === undefined || first === undefined) return null;
  const shown = `use ${glob.leaf.segments.join('::')}::*`;
  return problemAt(
    reading.part,
    reading.strange!,
    `a macro of another crate may name \`${first.file.name}\` of \`${shown}\`, and the part of that name is nearer`,
  );
}

/**
 * A private method or field of a part is passed over elsewhere: what a macro reads by that name may be a trait's, or that of what the type leads
 * to by `Deref`.
 */
function memberHidden(state: ModuleState, parts: readonly Reading[]): Problem | null {
  for (const holder of state.parts)
    for (const { part, call } of parts) {
      if (part === holder || call === null) continue;
      const name = privateMembers(holder.scope.syntax).find((one) => isElsewhere(state, one));
      if (name !== undefined)
        return problemAt(
          part,
          call,
          `\`${name}\` is private to ${holder.file.path}, and a macro of another crate may read it here`,
        );
    }
  return null;
}

/** A trait of the module has a member of that name, or a type leads to others by `Deref`. */
const isElsewhere = (state: ModuleState, name: string): boolean =>
  allParts(state).some(({ scope: { syntax } }) =>
    memberNames(syntax, (node) => isOfTrait(syntax, node) || /\bDeref\b/.test(syntax.text)).has(name),
  );

const privateMembers = (syntax: Syntax): string[] => [...memberNames(syntax, (node) => isPrivate(syntax, node))];

const isPrivate = (syntax: Syntax, node: number): boolean =>
  readVisibility(syntax, node).text === '' && !isOfTrait(syntax, node);

/** Members of a trait, or of a block for one, are as visible as the trait. */
function isOfTrait(syntax: Syntax, node: number): boolean {
  const block = syntax.parent[syntax.parent[node]!]!;
  if (block < 0) return false;
  return kindOf(syntax, block) === 'trait_item' || childByField(syntax, block, 'trait') !== -1;
}

function memberNames(syntax: Syntax, isOne: (node: number) => boolean): Set<string> {
  const found = new Set<string>();
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    const isMember =
      kind === 'field_declaration' ||
      (/^function_(?:item|signature_item)$/.test(kind) && kindOf(syntax, syntax.parent[node]!) === 'declaration_list');
    if (isMember && isOne(node)) found.add(textOf(syntax, childByField(syntax, node, 'name')));
  }
  return found;
}

const problemAt = ({ file }: Part, start: number, why: string): Problem => ({ path: file.path, start, why });

const KINDS = /^(?:fn|const|static|type|trait)$/;

/** Private names without attributes of their own that stand in the package once: where they are defined. */
function unreadNames(syntax: Syntax, defines: readonly DefinedName[], { before, path }: Where): DefinedName[] {
  const plain = defines.filter(
    ({ name, kind, visibility, node }) =>
      KINDS.test(kind) &&
      visibility !== 'pub' &&
      !name.startsWith('_') &&
      name !== 'main' &&
      !hasAttributes(syntax, node),
  );
  if (plain.length === 0) return [];
  const counts = wordCounts(syntax);
  const others = rustFilesBeside(before, path).filter((file) => file !== path);
  return plain.filter(({ name }) => counts.get(name) === 1 && !others.some((file) => hasWord(before, file, name)));
}

function hasAttributes(syntax: Syntax, node: number): boolean {
  const attributes = readItems(syntax, 0).items.find((one) => one.node === node)?.attributes ?? [];
  return attributes.some((one) => !PLAIN.test(textOf(syntax, one)));
}

// They let nobody else read a name: a lint that is allowed says that something does which cannot be seen.
const PLAIN =
  /^#\s*\[\s*(?:doc|inline|cold|must_use|cfg|allow|expect|warn|deny|forbid|deprecated|track_caller|non_exhaustive)\b/;

const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;
const CAPTURED = /(?<=\{\s*)[\p{XID_Start}_][\p{XID_Continue}]*|[\p{XID_Start}_][\p{XID_Continue}]*(?=\$)/gu;

/** How often each word stands in a file's code, in the strings of its attributes, and among what format strings read. */
function wordCounts(syntax: Syntax): Map<string, number> {
  const counts = new Map<string, number>();
  for (let node = 0; node < syntax.size; node++) {
    if (isComment(kindOf(syntax, node))) {
      node = syntax.after[node]! - 1;
      continue;
    }
    if (syntax.after[node] !== node + 1) continue;
    const isText = kindOf(syntax, node) === 'string_content' && !isInAttribute(syntax, node);
    for (const word of textOf(syntax, node).match(isText ? CAPTURED : WORD) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function isInAttribute(syntax: Syntax, node: number): boolean {
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!)
    if (/attribute/.test(kindOf(syntax, at))) return true;
  return false;
}

/** `super::name` of the code that moved leads elsewhere, and so does a path from its file. */
function surroundings(state: ModuleState, moved: readonly Reading[], where: Where): Problem[] {
  const { before, path } = where;
  const [first] = moved;
  const above = rustFilesBeside(before, path).find(
    (file) =>
      file !== path &&
      before.text(file).includes('mod ') &&
      modLines(before.syntax(file), file).some(({ candidates }) => candidates.includes(path)),
  );
  const unread =
    above === undefined
      ? []
      : unreadNames(before.syntax(above), definesOf(before.syntax(above)), { ...where, path: above });
  if (unread[0])
    return [
      problemAt(
        first!.part,
        first!.at,
        `\`${unread[0].name}\` of ${above} is read by nothing that can be seen, and may be by this`,
      ),
    ];
  const strange = moved.find((one) => one.strange !== null);
  const twice = strange && above !== undefined ? namedTwice(state.earlier, before.syntax(above), path) : undefined;
  if (twice !== undefined)
    return [
      problemAt(
        strange!.part,
        strange!.strange!,
        `\`super::${twice}\` of a macro of another crate led to ${above}, and leads to the module now`,
      ),
    ];
  const away = moved.find(({ part }) => dirname(part.file.path) !== dirname(path));
  const beside = away && unnamedBeside(before, path);
  return beside === undefined
    ? []
    : [problemAt(away!.part, away!.at, `${beside} is named by nothing that can be seen, and may be read from here`)];
}

/** A name that a module and the one above it have for two things. */
function namedTwice(own: PartScope, above: Syntax, path: string): string | undefined {
  const isHere = (name: string): boolean =>
    own.defines.some((one) => one.name === name) || own.imports.some((one) => one.name === name && !isUpwards(one));
  const imported = usesOf(above).flatMap((leaf) => (leaf.segments.includes(basename(path, '.rs')) ? [] : [leaf]));
  return (
    definesOf(above).find(({ name, kind }) => kind !== 'mod' && kind !== 'macro' && isHere(name))?.name ??
    imported.flatMap((leaf) => importedName(leaf) ?? []).find((name) => own.defines.some((one) => one.name === name))
  );
}

/** `use super::X`, `use crate::X`: most likely the very thing. */
const isUpwards = ({ leaf }: Import): boolean => /^(?:super|crate)$/.test(leaf.segments[0] ?? '');

const usesOf = (syntax: Syntax): UseLeaf[] =>
  readItems(syntax, 0).items.flatMap(({ kind, node }) => (kind === 'use' ? readUseTree(syntax, node) : []));

const definesOf = (syntax: Syntax): DefinedName[] =>
  outlineRust(syntax).units.flatMap(({ kind, defines, start }, i) =>
    defines.map(({ name, spaces, visibility }) => ({
      ...{ name, spaces, visibility: visibility.trim(), cfg: [], kind, start },
      node: readItems(syntax, 0).items[i]!.node,
    })),
  );

const PAPERS =
  /^(?:readme|licen[cs]e|change|contributing|notice|authors|copying|makefile|\.)|\.(?:rs|toml|lock|md|orig|bak)$/i;

/** A file beside a source, below its package's folder, of which no text has the name. */
function unnamedBeside(before: View, path: string): string | undefined {
  const folder = dirname(path);
  if (folder === '.' || before.file(`${folder}/Cargo.toml`)) return undefined;
  const texts = before.files
    .filter(({ grammar, state }) => state === 'text' && grammar !== null)
    .map((one) => before.text(one.path));
  return before.files
    .map((one) => one.path)
    .filter((one) => dirname(one) === folder && !PAPERS.test(basename(one)))
    .find((one) => !texts.some((text) => text.includes(basename(one))));
}
