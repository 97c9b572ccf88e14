import { argumentsOf, expandMacro } from '../../../analyzers/readings/rust/expand-macro.ts';
import type { MacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import { macroOf } from '../../../analyzers/readings/rust/macro-tokens.ts';
import { madeItems } from '../../../analyzers/readings/rust/made-items.ts';
import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField, childByKind, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/**
 * True for a macro call that brings no name: one of this package that makes `impl` blocks and nameless constants alone here, or an assertion
 * by a path that nothing of the package can stand for. A macro that is only called like one makes what it makes.
 */
export function makesOnlyImpls(definitions: MacroDefinitions, syntax: Syntax, call: Node): boolean {
  const inner = innerItem(syntax, call);
  const written = textOf(syntax, childByField(syntax, inner, 'macro')).replace(/\s/g, '');
  const name = macroOf(syntax, call);
  if (definitions(name).length === 0) return isAssertion(pathsOf(syntax, written));
  const tree = childByKind(syntax, inner, 'token_tree');
  const argument = tree === -1 ? null : argumentsOf(syntax, tree);
  const expansion = argument && !written.includes('::') ? expandMacro(definitions, name, argument) : null;
  return expansion !== null && madeItems(expansion).every((one) => one.name === null && NAMELESS.has(one.kind));
}

const NAMELESS = new Set(['impl', 'const']);

const ASSERTION = /^(?:::)?(?:(?:std|core)::compile_error|static_assertions::(?:const_)?assert\w*)$/;

const isAssertion = (paths: readonly string[]): boolean =>
  paths.length > 0 && paths.every((path) => ASSERTION.test(path));

/** A plain name by the paths that import it; `compile_error` is the compiler's where nothing does. */
function pathsOf(syntax: Syntax, written: string): string[] {
  if (written.includes('::')) return [written];
  const imported = readItems(syntax, 0)
    .items.filter(({ kind }) => kind === 'use')
    .flatMap(({ node }) => readUseTree(syntax, node))
    .filter((leaf) => importedName(leaf) === written)
    .map(({ segments }) => segments.join('::'));
  return imported.length === 0 && written === 'compile_error' ? ['std::compile_error'] : imported;
}
