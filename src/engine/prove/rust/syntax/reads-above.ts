import { plainName } from '../../../../languages/rust/plain-name.ts';
import { type RawUse, readUses } from '../../../../languages/rust/read-uses.ts';
import { isPrimitive } from '../../../../languages/rust/shadowed-primitives.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../../languages/rust/use-tree.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { type BindingPlace, bindingOf } from './binding.ts';
import { innermost, type OwnScope, ownScopes } from './own-scopes.ts';
import type { Import } from './part-scope.ts';
import { wordsIn } from './words-in.ts';

/** What is asked of the files below a module. */
export interface Asked {
  readonly word: string;
  /** True for an import that binds the very thing that is asked for; a file that has it needs no glob for it. */
  readonly isSame: (own: Bound) => boolean;
  /** The module has something else of that name for paths to go through: `mod alloc;` beside an imported function `alloc`. */
  readonly isPathless: boolean;
  /** Only paths go through it: a module of the library that is called like a primitive type, `core::char`. */
  readonly isPathOnly?: boolean;
  /** Every module has the same thing by that name without an import: only paths through the module ask it for the name. */
  readonly isAlwaysThere?: boolean;
  /** It may be a constant: a pattern compares with it. */
  readonly isConstant?: boolean;
}

export type Bound = Pick<Import, 'binding' | 'name' | 'leaf'>;

/** What paths of those files mean. */
export interface AbovePlace extends Pick<BindingPlace, 'modulePath' | 'fromRoot'> {
  /** Names of other crates. */
  readonly crates: ReadonlySet<string>;
  /** True for a name that is nothing but an enum in the whole package: its glob brings variants. */
  readonly isEnum: (name: string) => boolean;
}

const RELATIVE = /\b(?:super|crate|self)\s*(?:::\s*(?:r#)?\w+\s*)+/g;

/** Where a file reads a name of a module above it: by a path that leads up, by an import, or by its plain name below a glob. */
export function readsAbove(syntax: Syntax, asked: Asked, place: AbovePlace): number[] {
  const found: number[] = [];
  for (const match of syntax.text.matchAll(RELATIVE)) {
    const segments = match[0].split('::').map((one) => plainName(one.trim()));
    const goesOn = syntax.text.startsWith('::', match.index + match[0].length);
    if (leadsHere(goesOn ? [...segments, '*'] : segments, asked, place)) found.push(match.index);
  }
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'use_declaration' && importsUp(syntax, node, asked, place))
      found.push(syntax.start[node]!);
  if (asked.isAlwaysThere !== true) found.push(...byGlobs(syntax, asked, place));
  const comments = commentsIn(syntax);
  return found.filter((at) => !comments.some(({ start, end }) => start <= at && at < end));
}

const importsUp = (syntax: Syntax, node: Node, asked: Asked, place: AbovePlace): boolean =>
  readUseTree(syntax, node).some(
    ({ segments, glob, self }) =>
      /^(?:super|crate|self)$/.test(segments[0] ?? '') &&
      leadsHere(glob || self ? [...segments, '*'] : segments, asked, place),
  );

/** True where a path may lead to a name of the module: from the root, right behind the module's own path. */
function leadsHere(segments: readonly string[], { word, isPathless }: Asked, { modulePath }: AbovePlace): boolean {
  const last = segments.length - 1;
  const places = segments.flatMap((one, i) => (i > 0 && one === word && !(isPathless && i < last) ? [i] : []));
  if (places.length === 0 || segments[0] !== 'crate') return places.length > 0;
  const own = modulePath();
  return own === null || places.some((at) => segments.slice(1, at).join('::') === own.join('::'));
}

const NONE: ReadonlySet<string> = new Set();

/** Where plain names may come from a glob that leads above the file, or to a module that may have one. */
function byGlobs(syntax: Syntax, asked: Asked, place: AbovePlace): number[] {
  const scopes = ownScopes(syntax);
  const around: Around = { syntax, scopes, place };
  const far = scopes.filter((scope) => scope.globs.some((glob) => !isNear(around, scope, glob)));
  if (far.length === 0) return [];
  const own = new Set([asked.word]);
  const constants = asked.isConstant === true ? own : NONE;
  const uses = readUses(syntax, constants, isPrimitive(asked.word) ? own : NONE).filter(
    ({ name, space }) => name === asked.word && !(asked.isPathless && space === 'type'),
  );
  const nodes = new Set(uses.map(({ at }) => at));
  const inner = far.filter(({ depth }) => depth > 0);
  // The names that an inner module has by a glob of its own are none of the file's.
  const others = wordsIn(syntax, asked.word).filter(
    ({ at, node }) => !nodes.has(at) && inner.some(({ from, until }) => from <= node && node < until),
  );
  const beginsPath = (at: number): boolean =>
    /^\s*::/.test(syntax.text.slice(at + asked.word.length, at + asked.word.length + 20));
  return [...uses, ...others.map((one) => ({ ...one, space: 'any' as const }))]
    .filter(({ at }) => asked.isPathOnly !== true || beginsPath(at))
    .filter((read) => !isOwn(syntax, scopes, read, { asked, place }))
    .map(({ at }) => at);
}

/** The modules of a file. */
interface Around {
  readonly syntax: Syntax;
  readonly scopes: readonly OwnScope[];
  readonly place: AbovePlace;
}

/** A glob that brings nothing of the modules above the file by itself. */
function isNear(around: Around, scope: OwnScope, glob: readonly string[]): boolean {
  const { place } = around;
  const [first = '', ...rest] = glob;
  if (first === 'super') return rest.length === 0 && scope.depth > 0;
  if ((!place.fromRoot && place.crates.has(first)) || place.isEnum(rest.at(-1) ?? first)) return true;
  return isInner(around, scope, glob);
}

/** A glob of a module that stands in this one, and has none that leads further. */
function isInner(around: Around, scope: OwnScope, glob: readonly string[]): boolean {
  const { syntax, scopes } = around;
  const [name, ...rest] = glob[0] === 'self' ? glob.slice(1) : glob;
  if (name === undefined || rest.length > 0) return false;
  const nameOf = ({ from }: OwnScope): string =>
    plainName(textOf(syntax, childByField(syntax, syntax.parent[from]!, 'name')));
  const inner = scopes.filter(
    (one) => one.depth === scope.depth + 1 && scope.from <= one.from && one.from < scope.until && nameOf(one) === name,
  );
  return inner.length > 0 && inner.every((one) => one.globs.every((next) => isNear(around, one, next)));
}

/** True for a name that the module which reads it has by itself, or from the module around it. */
function isOwn(
  syntax: Syntax,
  scopes: readonly OwnScope[],
  { node, space }: Pick<RawUse, 'node' | 'space'>,
  { asked, place }: { readonly asked: Asked; readonly place: AbovePlace },
): boolean {
  for (let scope = innermost(scopes, node); ; ) {
    if (scope.imports.some((leaf) => importedName(leaf) === asked.word && isSameThing(leaf, scopes, asked, place)))
      return true;
    if (!scope.hasInnerGlob && scope.items.get(asked.word) === space) return true;
    const outer = scope.globs.filter((glob) => !isInner({ syntax, scopes, place }, scope, glob));
    if (scope.depth === 0 || outer.some((glob) => glob.join('::') !== 'super')) return false;
    if (outer.length === 0) return true;
    scope = innermost(scopes, syntax.parent[scope.from]!);
  }
}

/** A path that begins with a crate, or at the root: the others depend on where the file stands. */
function isSameThing(leaf: UseLeaf, scopes: readonly OwnScope[], asked: Asked, place: AbovePlace): boolean {
  const [first = ''] = leaf.segments;
  if (first === 'self' || first === 'super') return false;
  const own = scopes.some(
    ({ imports, items }) => items.has(first) || imports.some((one) => one !== leaf && importedName(one) === first),
  );
  if (own && first !== '' && first !== 'crate') return false;
  const binding = bindingOf(leaf, { ...place, below: [], isRoot: false, names: new Set() });
  return asked.isSame({ binding, name: importedName(leaf), leaf });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<Syntax, readonly Span[]>();

function commentsIn(syntax: Syntax): readonly Span[] {
  const read = known.get(syntax);
  if (read) return read;
  const found: Span[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (isComment(kindOf(syntax, node))) found.push({ start: syntax.start[node]!, end: syntax.end[node]! });
  known.set(syntax, found);
  return found;
}

/** True where a glob of a file, or of a module in it, leads above the file, or by its path to the module. */
export const seesAbove = (syntax: Syntax, modulePath: () => readonly string[] | null): boolean =>
  ownScopes(syntax).some(({ depth, globs }) =>
    globs.some(([first = '', ...rest]) => {
      const own = first === 'crate' ? modulePath() : null;
      if (first === 'crate') return own === null || own.join('::') === rest.join('::');
      const supers = [first, ...rest].filter((one) => one === 'super').length;
      return supers > depth && supers === rest.length + 1;
    }),
  );
