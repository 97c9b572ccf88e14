import { readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';

/** One `macro_rules!`, wherever in the package it stands. */
export interface MacroDefinition {
  readonly syntax: Syntax;
  /** The `macro_definition`. */
  readonly node: Node;
  readonly name: string;
  /** Those that stand above it. */
  readonly attributes: readonly Node[];
}

export type MacroDefinitions = (name: string) => readonly MacroDefinition[];

/**
 * The `macro_rules!` of a file's package by name. What the file defines itself hides what others define: it is nearer in textual order.
 * Files are parsed when the first name is asked for: few splits ask.
 */
export function readMacroDefinitions(view: View, path: string): MacroDefinitions {
  let known: ReadonlyMap<string, readonly MacroDefinition[]> | null = null;
  const own = byName(view.text(path).includes('macro_rules!') ? definitionsIn(view.syntax(path)) : []);
  return (name) => {
    const nearest = own.get(name);
    if (nearest) return nearest;
    known ??= byName(
      rustFilesBeside(view, path)
        .filter((file) => view.text(file).includes('macro_rules!'))
        .flatMap((file) => definitionsIn(view.syntax(file))),
    );
    return known.get(name) ?? [];
  };
}

/**
 * The same, and for a name that the package does not define the definitions of that name anywhere in the workspace: another crate's macro
 * that it exports.
 */
export function readWorkspaceMacros(view: View, path: string): MacroDefinitions {
  const own = readMacroDefinitions(view, path);
  const elsewhere = new Map<string, readonly MacroDefinition[]>();
  return (name) => {
    const found = own(name);
    if (found.length > 0) return found;
    const known = elsewhere.get(name) ?? definitionsAnywhere(view, name);
    elsewhere.set(name, known);
    return known;
  };
}

/** The definitions of a name in all files of a workspace. */
export function definitionsAnywhere(view: View, name: string): MacroDefinition[] {
  const written = new RegExp(`\\bmacro_rules!\\s*(?:r#)?${name}(?![\\p{XID_Continue}])`, 'u');
  return view.files
    .filter(({ path, grammar, state }) => grammar === 'rust' && state === 'text' && written.test(view.text(path)))
    .flatMap(({ path }) => definitionsIn(view.syntax(path)).filter((one) => one.name === name));
}

function byName(definitions: readonly MacroDefinition[]): Map<string, MacroDefinition[]> {
  const found = new Map<string, MacroDefinition[]>();
  for (const one of definitions) found.set(one.name, [...(found.get(one.name) ?? []), one]);
  return found;
}

/** The Rust files of a file's package, those of packages inside its folder too. */
export function rustFilesBeside(view: View, path: string): string[] {
  const dir = crateOf(view, path)?.dir ?? '';
  return view.files
    .filter(
      (file) => file.grammar === 'rust' && file.state === 'text' && (dir === '' || file.path.startsWith(`${dir}/`)),
    )
    .map((file) => file.path);
}

/** The definitions of a file outside of macro calls and bodies, also in inline modules. */
export function definitionsIn(syntax: Syntax): MacroDefinition[] {
  const found: MacroDefinition[] = [];
  const open: Node[] = [0];
  while (open.length > 0)
    for (const { kind, node, attributes } of readItems(syntax, open.pop()!).items) {
      const body = kind === 'mod' ? childByField(syntax, node, 'body') : -1;
      if (body !== -1) open.push(body);
      if (kind === 'macro')
        found.push({ syntax, node, name: textOf(syntax, childByField(syntax, node, 'name')), attributes });
    }
  return found;
}

/** What each arm of a definition expands to: its token trees. */
export const armsOf = ({ syntax, node }: MacroDefinition): Node[] =>
  childrenOf(syntax, node)
    .filter((child) => kindOf(syntax, child) === 'macro_rule')
    .map((rule) => childByField(syntax, rule, 'right'))
    .filter((right) => right !== -1);
