import { dirname, join } from 'node:path/posix';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Calls whose plain names of files are followed by themselves. */
const FOLLOWED = /^(?:import|require|require\.resolve)$|^(?:jest|vi|vitest)\.\w+$/;

/**
 * The file of the workspace that a string leads to from the folder of the file that it stands in: `templateUrl: "./box.component.html"`, which a
 * compiler or framework takes so. Null for any other node, and for names of modules that statements and calls import.
 */
export function fileOfString(view: View, path: string, syntax: Syntax, node: Node): string | null {
  if (kindOf(syntax, node) !== 'string') return null;
  const name = textOf(syntax, node).slice(1, -1);
  if (!/^\.\.?\/[^?#]*\.\w+$/.test(name) || isFollowed(syntax, node)) return null;
  const file = join(dirname(path), name);
  return view.file(file) === undefined ? null : file;
}

function isFollowed(syntax: Syntax, node: Node): boolean {
  const up = syntax.parent[node]!;
  if (/^(?:import_statement|export_statement|import_require_clause)$/.test(kindOf(syntax, up))) return true;
  const call = kindOf(syntax, up) === 'arguments' ? syntax.parent[up]! : -1;
  return call !== -1 && FOLLOWED.test(textOf(syntax, childByField(syntax, call, 'function')));
}
