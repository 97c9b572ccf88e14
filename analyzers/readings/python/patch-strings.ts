import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

/** A string that a patching call takes for the place that it writes to. */
export interface NamedPatch {
  readonly node: Node;
  readonly name: string;
  /** `patch.dict("m.__dict__", …)`: it goes around attribute access. */
  readonly hidden: boolean;
}

/**
 * Names of a module that a file patches by strings: `mock.patch("m.load")`, `monkeypatch.setattr(f"{MODULE}.load", …)`. A string that stands
 * anywhere else is a string; `patch("m.os.getcwd")` sets an attribute of os, and none of m; `patch.dict("m.CONFIG")` changes what CONFIG
 * is bound to, wherever it is known. Where a file, or a helper that it calls, patches what it is told, each string that names a place of the
 * module may be what it is told.
 * @param helpers names of functions of the workspace that patch what they are given
 */
export function namedPatches(syntax: Syntax, dotted: string, helpers: ReadonlySet<string>): NamedPatch[] {
  const found: NamedPatch[] = [];
  let computed = false;
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call') continue;
    const callee = textOf(syntax, childByField(syntax, node, 'function'));
    const patch = patchOf(syntax, node, callee, dotted);
    if (patch === 'told') computed = true;
    else if (patch !== null) found.push(patch);
    if (helpers.has(callee.slice(callee.lastIndexOf('.') + 1))) found.push(...stringsIn(syntax, node, dotted));
  }
  return computed ? [...found, ...stringsIn(syntax, 0, dotted)] : found;
}

/** What one call patches; `told` where it is a parameter of the function around. */
function patchOf(syntax: Syntax, call: Node, callee: string, dotted: string): NamedPatch | 'told' | null {
  const target = patches(syntax, call, callee) ? targetOf(syntax, call) : -1;
  if (target === -1) {
    const place = targetOf(syntax, call);
    const member = place === -1 ? null : (memberOf(syntax, place, dotted) ?? endOf(syntax, place, dotted));
    const isDict = /(^|\.)dict$/.test(callee) && member === '__dict__';
    return isDict ? { node: call, name: '__dict__', hidden: true } : null;
  }
  const patch = memberOf(syntax, target, dotted) ?? endOf(syntax, target, dotted);
  if (patch !== null) return { node: target, name: patch, hidden: false };
  return kindOf(syntax, target) !== 'string' && isTold(syntax, call, target) ? 'told' : null;
}

const PATCHES = /(^|\.)(patch|setattr|delattr|swap_attr)$/;

/** `text.replace("m.x", "")` is about text; `replacer.replace("m.x", …)` of testfixtures is a patch. */
const patches = (syntax: Syntax, call: Node, callee: string): boolean =>
  PATCHES.test(callee) ||
  (/(^|\.)replace$/.test(callee) &&
    /replac|^r\.|^replace$/i.test(callee.replace(/\.replace$/, '')) &&
    kindOf(syntax, childByField(syntax, call, 'function')) !== 'string');

/** The first argument, or the one called target (`name` of mock.patch is the mock's own); -1 if there is none. */
function targetOf(syntax: Syntax, call: Node): Node {
  const list = childByField(syntax, call, 'arguments');
  const given =
    list === -1 ? [] : childrenOf(syntax, list).filter((child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)));
  const named = given.find(
    (child) =>
      kindOf(syntax, child) === 'keyword_argument' && textOf(syntax, childByField(syntax, child, 'name')) === 'target',
  );
  if (named !== undefined) return childByField(syntax, named, 'value');
  return given[0] !== undefined && kindOf(syntax, given[0]) !== 'keyword_argument' ? given[0] : -1;
}

/** `x` of "m.x"; "m.x.y" is a place of x. */
function memberOf(syntax: Syntax, node: Node, dotted: string): string | null {
  const text = node === -1 ? null : stringValue(syntax, node);
  const rest = text?.startsWith(`${dotted}.`) ? text.slice(dotted.length + 1) : null;
  return rest !== null && /^[^\W\d]\w*$/u.test(rest) ? rest : null;
}

/** `x` of `f"{MODULE}.x"`, `MODULE + ".x"`, `"%s.x" % MODULE` in a file that spells the module by a string. */
function endOf(syntax: Syntax, target: Node, dotted: string): string | null {
  const text = textOf(syntax, target);
  const joined = /^["']\.["']\.join\(\s*[[(][\s\S]*["'](\w+)["']\s*,?\s*[\])]\s*\)$/.exec(text);
  if (joined) return joined[1]!;
  if (text.length > 120) return null;
  const built =
    /^[rR]?[fF]["']\{[\w.]+\}\.(\w+)["']$|^[\w.]+\s*\+\s*["']\.(\w+)["']$|^["'](?:%s|\{\w*\})\.(\w+)["']/.exec(text);
  // Asked last: the file is long, and few targets are built so.
  if (built === null || !(syntax.text.includes(`"${dotted}"`) || syntax.text.includes(`'${dotted}'`))) return null;
  return built[1] ?? built[2] ?? built[3]!;
}

/** A function or loop hands the place on: `patch(target)`, and not `setattr(self, "x", …)`. */
const isTold = (syntax: Syntax, call: Node, target: Node): boolean =>
  /^(identifier|attribute|subscript|call|binary_operator)$/.test(kindOf(syntax, target)) &&
  (/(^|\.)patch$/.test(textOf(syntax, childByField(syntax, call, 'function'))) ||
    childrenOf(syntax, childByField(syntax, call, 'arguments')).filter((child) => kindOf(syntax, child) === ',')
      .length < 2);

const stringsIn = (syntax: Syntax, top: Node, dotted: string): NamedPatch[] => {
  const found: NamedPatch[] = [];
  for (let node = top; node < (top === 0 ? syntax.size : syntax.after[top]!); node++) {
    const name = memberOf(syntax, node, dotted);
    if (name !== null && name !== 'py') found.push({ node, name, hidden: false });
  }
  return found;
};

const known = new WeakMap<View, ReadonlySet<string>>();

/** Functions of the workspace that patch what they are given: `def patched(target): return mock.patch(target)`. */
export function patchHelpers(view: View): ReadonlySet<string> {
  const before = known.get(view);
  if (before) return before;
  const helpers = new Set<string>();
  for (const { path, state } of view.files) {
    if (state !== 'text' || !path.endsWith('.py') || !/\b(patch|setattr)\s*\(/.test(view.text(path))) continue;
    for (const name of helpersIn(view.syntax(path))) helpers.add(name);
  }
  known.set(view, helpers);
  return helpers;
}

function helpersIn(syntax: Syntax): string[] {
  const found: string[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call') continue;
    const callee = textOf(syntax, childByField(syntax, node, 'function'));
    const target = patches(syntax, node, callee) ? targetOf(syntax, node) : -1;
    if (target === -1 || kindOf(syntax, target) === 'string' || !isTold(syntax, node, target)) continue;
    for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
      if (kindOf(syntax, up) === 'function_definition') found.push(textOf(syntax, childByField(syntax, up, 'name')));
  }
  return found;
}

function stringValue(syntax: Syntax, node: Node): string | null {
  if (kindOf(syntax, node) !== 'string') return null;
  return /^[rRuUbB]*(['"])([^'"\\\n]*)\1$/.exec(textOf(syntax, node))?.[2] ?? null;
}
