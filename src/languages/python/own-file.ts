import type { Range } from '../../core/range.ts';
import { childByField, childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { assignedNode } from './describe-statement.ts';

/**
 * Where a module asks for the path of its own file to know its own code by it: it compares the files of frames with `__file__` or with
 * the place that it stands at (`traceback.extract_stack()[-1]`), or takes
 * one of its functions' `__code__.co_filename` while it is imported, or asks `inspect` in which file one of them stands. Code in another file is foreign to it then. Null if it does not.
 */
export function recognisesOwnFile(syntax: Syntax): Range | null {
  let parameter: Node = -1;
  let frames = false;
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (namesOwnPlace(syntax, node, kind)) parameter = node;
    if (kind === 'call' && asksFileOfOwn(syntax, node)) return rangeOf(syntax, node);
    if (kind !== 'attribute' || textOf(syntax, childByField(syntax, node, 'attribute')) !== 'co_filename') continue;
    if (!/(^|\.)__code__$/.test(textOf(syntax, childByField(syntax, node, 'object')))) frames = true;
    else if (runsOnImport(syntax, node)) return rangeOf(syntax, node);
  }
  return parameter !== -1 && frames ? rangeOf(syntax, parameter) : null;
}

/**
 * Where a module marks all frames of its file, as unittest and pytest look for it in their globals, or asks a frame for its globals: those of
 * a part are others than the module's. The module's name alone may be asked for: see `readsFrameName`. Null if it does neither.
 */
export function marksFrames(syntax: Syntax): Range | null {
  for (const statement of childrenOf(syntax, 0)) {
    const assignment = assignedNode(syntax, statement);
    const left = assignment === -1 ? -1 : childByField(syntax, assignment, 'left');
    if (left !== -1 && /^__(unittest|tracebackhide__)$/.test(textOf(syntax, left))) return rangeOf(syntax, left);
  }
  for (let node = 1; node < syntax.size; node++)
    if (isFrameGlobals(syntax, node) && !looksUpLines(syntax, node) && !asksName(syntax, node))
      return rangeOf(syntax, node);
  return null;
}

/** Whether it asks a frame by what name its module goes: each part has to say the name of the whole, `__name__ = "m"`. */
export function readsFrameName(syntax: Syntax): boolean {
  for (let node = 1; node < syntax.size; node++)
    if (isFrameGlobals(syntax, node) && asksName(syntax, node)) return true;
  return false;
}

const isFrameGlobals = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, node) === 'attribute' && textOf(syntax, childByField(syntax, node, 'attribute')) === 'f_globals';

/** `frame.f_globals["__name__"]`, `frame.f_globals.get("__name__", …)`: read, and not written. */
function asksName(syntax: Syntax, node: Node): boolean {
  const up = syntax.parent[node]!;
  const above = syntax.parent[up]!;
  if (kindOf(syntax, up) === 'subscript')
    return (
      childByField(syntax, up, 'value') === node &&
      isNameText(textOf(syntax, childByField(syntax, up, 'subscript'))) &&
      !/^(?:assignment|augmented_assignment|delete_statement|expression_list|pattern_list|tuple_pattern|for_statement|as_pattern_target)$/.test(
        fieldOf(syntax, up) === 'right' ? '' : kindOf(syntax, above),
      )
    );
  if (kindOf(syntax, up) !== 'attribute' || textOf(syntax, childByField(syntax, up, 'attribute')) !== 'get')
    return false;
  if (kindOf(syntax, above) !== 'call' || childByField(syntax, above, 'function') !== up) return false;
  return /^\(\s*(["'])__name__\1\s*[,)]/.test(textOf(syntax, childByField(syntax, above, 'arguments')));
}

const isNameText = (text: string): boolean => /^(["'])__name__\1$/.test(text);

/** An argument of `linecache.lazycache(file, frame.f_globals)`: it is asked for the lines of that file, whoever's code it is. */
function looksUpLines(syntax: Syntax, node: Node): boolean {
  const list = syntax.parent[node]!;
  if (kindOf(syntax, list) !== 'argument_list') return false;
  const callee = textOf(syntax, childByField(syntax, syntax.parent[list]!, 'function'));
  return /^(?:linecache\.)?(?:lazycache|getlines?|updatecache)$/.test(callee);
}

const FILE_CALL = /(?:^|\.)(?:getfile|getsourcefile|getabsfile)$/;

/** `inspect.getsourcefile(load)` of a function of the module, of a lambda, or of the frame that stands there. */
function asksFileOfOwn(syntax: Syntax, call: Node): boolean {
  if (!FILE_CALL.test(textOf(syntax, childByField(syntax, call, 'function')))) return false;
  const asked = textOf(syntax, childByField(syntax, call, 'arguments'))
    .slice(1, -1)
    .trim();
  if (/^lambda\b|\bcurrentframe\(\)|\b_getframe\(/.test(asked)) return true;
  return new RegExp(`^(?:async\\s+)?def\\s+${/^\w+/.exec(asked)?.[0] ?? '(?!)'}\\s*\\(`, 'm').test(syntax.text);
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
