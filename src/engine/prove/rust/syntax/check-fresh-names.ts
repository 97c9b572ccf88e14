import { type MacroDefinitions, rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { readUses } from '../../../../languages/rust/read-uses.ts';
import { isPrimitive } from '../../../../languages/rust/shadowed-primitives.ts';
import type { View } from '../../../../workspace/view.ts';
import type { OutsideNames } from './check-reads.ts';
import type { ModuleState } from './module-state.ts';
import type { Outside } from './outside.ts';
import type { Problem } from './problem.ts';
import { readsOf } from './reads-of.ts';

interface Surroundings extends Pick<OutsideNames, 'crates' | 'broughtBy'> {
  readonly before: View;
  readonly path: string;
  readonly outside: Outside;
  readonly definitions: MacroDefinitions;
  /** The module has macros of other crates of which nothing is known. */
  readonly isStrange: () => boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** Modules that the compiler knows for attributes of tools. */
const TOOLS = ['rustfmt', 'clippy', 'miri', 'diagnostic', 'rustdoc', 'rust_analyzer'];

/** What a path of an attribute begins with: `#[tokio::main]`. */
const attributeRoots = (text: string): string[] =>
  [...text.matchAll(/#\s*!?\s*\[\s*(?:unsafe\s*\(\s*)?(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)\s*::/gu)].map(
    ([, name]) => name!,
  );

/** The name of a part must not have meant anything before: a path that begins with it would change its meaning. */
export function checkFreshNames(state: ModuleState, around: Surroundings): Problem[] {
  const { earlier, parts, facade } = state;
  if (parts.length === 0) return [];
  const names = new Set(parts.map(({ file }) => file.name));
  const globs = earlier.imports.filter(({ leaf }) => leaf.glob);
  const taken = new Set([
    ...['std', 'core', 'alloc'],
    ...TOOLS,
    ...attributeRoots(earlier.syntax.text),
    ...earlier.defines.filter(({ spaces }) => spaces.includes('type')).map(({ name }) => name),
    ...earlier.imports.flatMap(({ name }) => name ?? []),
    ...globs.flatMap((glob) => (glob.visibility === '' ? [] : [...(around.broughtBy(glob) ?? [])])),
    ...(globs.some((glob) => glob.visibility !== '' && around.broughtBy(glob) === null)
      ? [...names].filter((name) => isReadBehind(name, around))
      : []),
    ...readInModule(state, names, around.definitions),
    ...[...names].filter((name) => isReadElsewhere(name, around)),
  ]);
  return parts
    .filter(({ file }) => taken.has(file.name))
    .map(({ file: { name } }) => ({
      path: facade.file.path,
      start: 0,
      why: `the module name \`${name}\` was taken: a path that begins with it changes its meaning`,
    }));
}

/** What a glob that cannot be read gives on may have the name: some other file has a path through it. */
const isReadBehind = (name: string, { before, path }: Surroundings): boolean =>
  rustFilesBeside(before, path).some(
    (file) => file !== path && new RegExp(`::\\s*(?:r#)?${name}\\b`).test(before.text(file)),
  );

/** Names that code of the module reads as modules or types: whoever brought them, a module of the name is nearer. */
function readInModule({ earlier }: ModuleState, names: ReadonlySet<string>, definitions: MacroDefinitions): string[] {
  const found = readsOf(earlier, { constants: NONE, primitives: NONE, glued: () => names }, definitions)
    .filter(({ name, space, path }) => names.has(name) && (space === 'type' || path))
    .map(({ name }) => name);
  // A primitive type stays what it is; a path through it asks a module of its name first.
  const primitives = new Set([...names].filter(isPrimitive));
  const begins = (at: number, name: string): boolean => /^\s*::/.test(earlier.syntax.text.slice(at + name.length));
  const through =
    primitives.size === 0
      ? []
      : readUses(earlier.syntax, NONE, primitives).filter(({ name, at }) => primitives.has(name) && begins(at, name));
  return [...found, ...through.map(({ name }) => name)];
}

/** Files below the module, and for the name of a crate any path there that begins with it. */
function isReadElsewhere(name: string, { before, path, crates, outside, isStrange }: Surroundings): boolean {
  if (outside.below({ word: name, isSame: () => false, isPathless: false, isPathOnly: true }).length > 0) return true;
  // A macro of another crate may begin a path with the name, too.
  return crates.has(name) && (beginsPaths(before, path, name) || isStrange());
}

/** Paths of the module, or of files below it, that begin with the name of a crate. */
function beginsPaths(view: View, path: string, name: string): boolean {
  const folder = moduleFolder(view, path);
  const isBelow = (file: string): boolean => file === path || (folder !== '' && file.startsWith(`${folder}/`));
  const begins = new RegExp(`(?<![:\\w]\\s*)\\b${name}\\s*::`);
  return rustFilesBeside(view, path).some((file) => isBelow(file) && begins.test(view.text(file)));
}
