import { readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './layout.ts';

/** One `macro_rules!`, wherever in the package it stands. */
export interface MacroDefinition {
  readonly syntax: Syntax;
  /** The `macro_definition`. */
  readonly node: Node;
}

export type MacroDefinitions = (name: string) => readonly MacroDefinition[];

/** The `macro_rules!` of a file's package, by name, also those in inline modules; each file that has any is read once. */
export function readMacroDefinitions(view: View, path: string): MacroDefinitions {
  const dir = crateOf(view, path)?.dir ?? '';
  let known: Map<string, MacroDefinition[]> | null = null;
  const read = (): Map<string, MacroDefinition[]> => {
    const found = new Map<string, MacroDefinition[]>();
    for (const file of view.files) {
      if (file.grammar !== 'rust' || file.state !== 'text' || (dir !== '' && !file.path.startsWith(`${dir}/`)))
        continue;
      if (!view.text(file.path).includes('macro_rules!')) continue;
      const syntax = view.syntax(file.path);
      for (const node of definitionsIn(syntax)) {
        const name = textOf(syntax, childByField(syntax, node, 'name'));
        found.set(name, [...(found.get(name) ?? []), { syntax, node }]);
      }
    }
    return found;
  };
  return (name) => {
    known ??= read();
    return known.get(name) ?? [];
  };
}

function definitionsIn(syntax: Syntax): Node[] {
  const found: Node[] = [];
  const open: Node[] = [0];
  while (open.length > 0)
    for (const { kind, node } of readItems(syntax, open.pop()!).items) {
      const body = kind === 'mod' ? childByField(syntax, node, 'body') : -1;
      if (body !== -1) open.push(body);
      if (kind === 'macro') found.push(node);
    }
  return found;
}

/** What each arm of a definition expands to: its token trees. */
export const armsOf = ({ syntax, node }: MacroDefinition): Node[] =>
  childrenOf(syntax, node)
    .filter((child) => kindOf(syntax, child) === 'macro_rule')
    .map((rule) => childByField(syntax, rule, 'right'))
    .filter((right) => right !== -1);
