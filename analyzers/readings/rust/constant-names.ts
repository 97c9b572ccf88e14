import { tokenBehind } from '../../../src/languages/rust/macro-tokens.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { crateOf } from './crate-of.ts';
import { rustFilesBeside } from './macro-definitions.ts';

export interface ConstantNames {
  /** Some file of the package gives the name to a constant, a static, a unit struct or an enum's variant. */
  readonly isConstant: (name: string) => boolean;
  /** The same, or it may: by a macro, or by an import of what another crate has. */
  readonly mayBe: (name: string) => boolean;
}

/** A pattern compares with a constant that is in scope by its name, and binds a name where nothing is. */
export function readConstantNames(view: View, path: string): ConstantNames {
  const files = once(() => rustFilesBeside(view, path));
  const makesConstants = once(() => files().some((file) => MAKING.test(view.text(file))));
  const having = (name: string): string[] => files().filter((file) => wordsOf(view, file).has(name));
  const isConstant = byName((name) => having(name).some((file) => hasConstant(view, file, name)));
  const own = ownLibrary(view, path);
  // What a test imports of the library of its package is looked for in the library.
  const mayLead = (leaf: UseLeaf): boolean =>
    (mayBeConstant(leaf) && leaf.segments[0] !== own) || (leaf.alias !== null && isConstant(leaf.segments.at(-1)!));
  const isGiven = byName((name) =>
    having(name).some(
      (file) =>
        (isImported(view.text(file), name) && gives(view.syntax(file), name, mayLead)) ||
        (makesConstants() && isHanded(view.syntax(file), name)),
    ),
  );
  return { isConstant, mayBe: (name) => isConstant(name) || isGiven(name) };
}

/** The name by which other targets of a package call its library. */
function ownLibrary(view: View, path: string): string | null {
  const { name, targets } = crateOf(view, path) ?? { name: null, targets: [] };
  return (targets.find(({ kind }) => kind === 'lib')?.name ?? name)?.replaceAll('-', '_') ?? null;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function byName(answer: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const found = known.get(name) ?? answer(name);
    known.set(name, found);
    return found;
  };
}

/** True for an import that gives a constant a name in lower case, as far as its path says: of another crate, or of what is written in capitals. */
export const mayBeConstant = ({ segments, self, glob }: UseLeaf): boolean =>
  !glob &&
  !self &&
  segments.length > 1 &&
  (/^\p{Lu}/u.test(segments.at(-1)!) || !/^(?:std|core|alloc|crate|self|super)$/.test(segments[0]!));

const MAKING = /\b(?:const|static(?:\s+mut)?|struct)\s+\$/;

function hasConstant(view: View, file: string, name: string): boolean {
  const written = new RegExp(`\\b(?:const|static(?:\\s+mut)?|struct)\\s+(?:r#)?${name}\\s*[:;(]`, 'u');
  const text = view.text(file);
  return written.test(text) || (/\benum\b/.test(text) && hasVariant(view.syntax(file), name));
}

function hasVariant(syntax: Syntax, name: string): boolean {
  for (let node = 0; node < syntax.size; node++)
    if (
      kindOf(syntax, node) === 'enum_variant' &&
      plainName(textOf(syntax, childByField(syntax, node, 'name'))) === name
    )
      return true;
  return false;
}

const isImported = (text: string, name: string): boolean =>
  new RegExp(`\\buse\\b[^;]*(?<![\\p{XID_Continue}])${name}(?![\\p{XID_Continue}])`, 'u').test(text);

function gives(syntax: Syntax, name: string, mayLead: (leaf: UseLeaf) => boolean): boolean {
  for (let node = 0; node < syntax.size; node++)
    if (
      kindOf(syntax, node) === 'use_declaration' &&
      readUseTree(syntax, node).some((leaf) => importedName(leaf) === name && mayLead(leaf))
    )
      return true;
  return false;
}

/** A macro call among the items is handed the name. */
function isHanded(syntax: Syntax, name: string): boolean {
  for (let node = 0; node < syntax.size; node++) {
    if (kindOf(syntax, node) === 'block') node = syntax.after[node]! - 1;
    else if (kindOf(syntax, node) === 'macro_invocation' && hasToken(syntax, node, name)) return true;
  }
  return false;
}

function hasToken(syntax: Syntax, call: Node, name: string): boolean {
  for (let node = call; node < syntax.after[call]!; node++)
    if (
      kindOf(syntax, node) === 'identifier' &&
      plainName(textOf(syntax, node)) === name &&
      // A module that a path begins with.
      textOf(syntax, tokenBehind(syntax, node)) !== '::'
    )
      return true;
  return false;
}
