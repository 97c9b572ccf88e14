import { dirname, join } from 'node:path/posix';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Calls whose plain names of files are followed by themselves. */
const FOLLOWED = /^(?:import|require|require\.resolve)$|^(?:jest|vi|vitest)\.\w+$/;

/** Calls that put paths together: what they are given is taken from a folder that is given too, or from the one that the program was started in. */
const JOINS = /(?:^|\.)(?:join|resolve|relative|normalize|dirname|basename|extname)$/;

const ENDINGS = ['.js', '.ts', '.tsx', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.json'];

/**
 * The file of the workspace that a string leads to from the folder of the file that it stands in: `templateUrl: "./box.component.html"`, which a
 * compiler or framework takes so, and `proxyquire("../lib/api")`, which looks at the file of its caller. Null for any other node, and for names of
 * modules that statements and calls import.
 */
export function fileOfString(view: View, path: string, syntax: Syntax, node: Node): string | null {
  if (kindOf(syntax, node) !== 'string') return null;
  const name = textOf(syntax, node).slice(1, -1);
  if (!/^\.\.?(?:\/[^?#]*)?$/.test(name) || isFollowed(syntax, node)) return null;
  const file = join(dirname(path), name);
  if (/\.\w+$/.test(name) && view.file(file) !== undefined) return file;
  if (!isGivenToCall(syntax, node)) return null;
  const modules = ENDINGS.flatMap((ending) => [`${file}${ending}`, join(file, `index${ending}`)]);
  return modules.find((one) => view.file(one) !== undefined) ?? null;
}

function isGivenToCall(syntax: Syntax, node: Node): boolean {
  const list = syntax.parent[node]!;
  if (kindOf(syntax, list) !== 'arguments') return false;
  const callee = childByField(syntax, syntax.parent[list]!, 'function');
  return callee !== -1 && !JOINS.test(textOf(syntax, callee));
}

function isFollowed(syntax: Syntax, node: Node): boolean {
  const up = syntax.parent[node]!;
  if (/^(?:import_statement|export_statement|import_require_clause)$/.test(kindOf(syntax, up))) return true;
  const call = kindOf(syntax, up) === 'arguments' ? syntax.parent[up]! : -1;
  return call !== -1 && FOLLOWED.test(textOf(syntax, childByField(syntax, call, 'function')));
}
