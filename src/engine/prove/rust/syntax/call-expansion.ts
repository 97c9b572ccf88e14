import { argumentsOf, expandMacro } from '../../../../../analyzers/readings/rust/expand-macro.ts';
import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { type MadeItem, madeItems } from '../../../../../analyzers/readings/rust/made-items.ts';
import { innerItem } from '../../../../languages/rust/definitions.ts';
import { childByField, childByKind, type Node, textOf } from '../../../../languages/syntax.ts';
import type { PartScope } from './part-scope.ts';

/** A file, and what the module imports: a macro may come from there. */
type Callers = Pick<PartScope, 'syntax' | 'imports'>;

export interface CallExpansion {
  /** The macro's path as written, without spaces. */
  readonly written: string;
  /** Its last segment. */
  readonly name: string;
  /** Null where that cannot be told: another crate's macro, or an arm that only Rust's own parser can choose. */
  readonly items: readonly MadeItem[] | null;
}

/** What a macro call among the items of a file makes. A name is no evidence: the definition must be one of the package, by every way to it. */
export function expansionOf(scope: Callers, node: Node, definitions: MacroDefinitions): CallExpansion {
  const { syntax } = scope;
  const call = innerItem(syntax, node);
  const written = textOf(syntax, childByField(syntax, call, 'macro')).replace(/\s/g, '');
  const name = written.split('::').at(-1)!.replace(/^r#/, '');
  const tree = childByKind(syntax, call, 'token_tree');
  const argument = tree === -1 ? null : argumentsOf(syntax, tree);
  if (argument === null || isForeign(scope, written, name)) return { written, name, items: null };
  const expansion = expandMacro(definitions, name, argument);
  return { written, name, items: expansion && madeItems(expansion) };
}

/** Reached by another crate's path, or by an import of another crate's macro of that name. */
function isForeign({ imports }: Callers, written: string, name: string): boolean {
  if (written.includes('::')) return !/^(?:crate|self|super)::/.test(written);
  return imports.some(
    (one) => one.name === name && (one.binding.startsWith('::') || one.leaf.segments.at(-1) !== name),
  );
}

/** Macros that make nothing, by paths that nothing of the package can stand for. */
const NOTHING = /^(?:::)?(?:(?:std|core)::compile_error|static_assertions::(?:const_)?assert\w*)$/;

export const makesNothing = (
  { imports }: Callers,
  { written, name }: CallExpansion,
  definitions: MacroDefinitions,
): boolean => {
  if (NOTHING.test(written)) return true;
  if (written !== name || definitions(name).length > 0) return false;
  const imported = imports.filter((one) => one.name === name);
  if (imported.length === 0) return name === 'compile_error';
  return imported.every(({ binding }) => NOTHING.test(binding));
};
