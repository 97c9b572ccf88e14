import { childByField, kindOf, type Node, textOf } from '../../src/languages/syntax.ts';
import { addCognitive, type Walk } from './walk.ts';

/** A function that calls itself by name costs 1, once. Cycles through other functions are not followed. */
export function countRecursion(walk: Walk, call: Node): void {
  const { syntax, rules, frames } = walk;
  if (frames.length === 0) return;
  let callee = childByField(syntax, call, 'function');
  if (callee !== -1 && kindOf(syntax, callee) === 'generic_function') callee = childByField(syntax, callee, 'function');
  if (callee === -1) return;
  const kind = kindOf(syntax, callee);
  if (kind === 'identifier') markFrame(walk, call, callee, null);
  const member = rules.memberCallees[kind];
  if (!member) return;
  const object = childByField(syntax, callee, member[0]);
  const name = childByField(syntax, callee, member[1]);
  if (object !== -1 && name !== -1) markFrame(walk, call, name, object);
}

function markFrame(walk: Walk, call: Node, name: Node, object: Node | null): void {
  const { syntax, frames, rules } = walk;
  const length = syntax.end[name]! - syntax.start[name]!;
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i]!;
    if (frame.called || frame.name.length !== length || (frame.owner === null) !== (object === null)) continue;
    if (textOf(syntax, name) !== frame.name) continue;
    if (object !== null && !namesOwner(textOf(syntax, object), frame.owner, rules.selves)) continue;
    frame.called = true;
    addCognitive(walk, call, 0, 'recursion');
    return;
  }
}

const namesOwner = (object: string, owner: string | null, selves: ReadonlySet<string>): boolean =>
  selves.has(object) || object === owner;
