import type { Range } from '../../core/range.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { assignedNode } from './describe-statement.ts';

/**
 * Where a module asks for the path of its own file to know its own code by it: it compares the files of frames with `__file__` or with
 * the place that it stands at (`traceback.extract_stack()[-1]`), or takes
 * one of its functions' `__code__.co_filename` while it is imported. Code in another file is foreign to it then. Null if it does not.
 */
export function knowsOwnFile(syntax: Syntax): Range | null {
  let own: Node = -1;
  let frames = false;
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (namesOwnPlace(syntax, node, kind)) own = node;
    if (kind !== 'attribute' || textOf(syntax, childByField(syntax, node, 'attribute')) !== 'co_filename') continue;
    if (!/(^|\.)__code__$/.test(textOf(syntax, childByField(syntax, node, 'object')))) frames = true;
    else if (runsOnImport(syntax, node)) return rangeOf(syntax, node);
  }
  return own !== -1 && frames ? rangeOf(syntax, own) : null;
}

/**
 * Where a module marks all frames of its file, as unittest and pytest look for it in their globals, or asks a frame for its globals: those of
 * a part are others than the module's. Null if it does neither.
 */
export function marksFrames(syntax: Syntax): Range | null {
  for (const statement of childrenOf(syntax, 0)) {
    const assignment = assignedNode(syntax, statement);
    const left = assignment === -1 ? -1 : childByField(syntax, assignment, 'left');
    if (left !== -1 && /^__(unittest|tracebackhide__)$/.test(textOf(syntax, left))) return rangeOf(syntax, left);
  }
  for (let node = 1; node < syntax.size; node++)
    if (
      kindOf(syntax, node) === 'attribute' &&
      textOf(syntax, childByField(syntax, node, 'attribute')) === 'f_globals' &&
      !looksUpLines(syntax, node)
    )
      return rangeOf(syntax, node);
  return null;
}

/** An argument of `linecache.lazycache(file, frame.f_globals)`: it is asked for the lines of that file, whoever's code it is. */
function looksUpLines(syntax: Syntax, node: Node): boolean {
  const list = syntax.parent[node]!;
  if (kindOf(syntax, list) !== 'argument_list') return false;
  const callee = textOf(syntax, childByField(syntax, syntax.parent[list]!, 'function'));
  return /^(?:linecache\.)?(?:lazycache|getlines?|updatecache)$/.test(callee);
}

const rangeOf = (syntax: Syntax, node: Node): Range => ({ start: syntax.start[node]!, end: syntax.end[node]! });

function namesOwnPlace(syntax: Syntax, node: Node, kind: string): boolean {
  if (kind === 'identifier') return textOf(syntax, node) === '__file__' && !isAttributeName(syntax, node);
  if (kind !== 'subscript') return false;
  const value = childByField(syntax, node, 'value');
  return value !== -1 && kindOf(syntax, value) === 'call' && /^(\w+\.)*extract_stack\b/.test(textOf(syntax, value));
}

const isAttributeName = (syntax: Syntax, node: Node): boolean => {
  const up = syntax.parent[node]!;
  return kindOf(syntax, up) === 'attribute' && childByField(syntax, up, 'attribute') === node;
};

function runsOnImport(syntax: Syntax, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
    if (/^(function_definition|lambda)$/.test(kindOf(syntax, up))) return false;
  return true;
}
