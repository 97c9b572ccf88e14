import { meansCrate } from '../../../../../analyzers/readings/rust/means-crate.ts';
import { tokenBefore } from '../../../../languages/rust/macro-tokens.ts';
import { readUseTree } from '../../../../languages/rust/use-tree.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { Mention } from './member-mentions.ts';
import type { PartScope } from './part-scope.ts';
import type { Seen } from './seen-traits.ts';

/**
 * Whether a member is named behind the path of the trait itself, by a module that the file imports or by the crate: `de::Error::custom(..)`,
 * `::serde::de::Error::custom(..)`. That needs no trait in scope, and is nobody else's.
 */
export function standsBehindTrait(scope: PartScope, { binding }: Seen, { isMethod, receiver }: Mention): boolean {
  if (isMethod || receiver === null) return false;
  const [first, ...rest] = pathTo(scope.syntax, receiver);
  if (first === undefined || rest.length === 0) return false;
  if (first === '') return binding === `::${rest.join('::')}`;
  const homes = scope.imports.filter(({ name }) => name === first).map((one) => one.binding);
  if (homes.length > 0)
    return (
      namings(scope.syntax, first) === homes.length && homes.every((home) => binding === `${home}::${rest.join('::')}`)
    );
  return binding === `::${[first, ...rest].join('::')}` && meansCrate(scope.syntax, first, receiver);
}

/** How many imports and modules of a file, those in its blocks too, have a name. */
function namings(syntax: Syntax, name: string): number {
  let count = 0;
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'use_declaration')
      count += readUseTree(syntax, node).filter(({ alias, segments }) => (alias ?? segments.at(-1)) === name).length;
    else if (kind === 'mod_item' && textOf(syntax, childByField(syntax, node, 'name')) === name) count++;
  }
  return count;
}

/** The names of a path up to its last one; the first is empty where it begins with `::`. */
function pathTo(syntax: Syntax, last: Node): string[] {
  const names = [textOf(syntax, last)];
  let node = last;
  for (;;) {
    const mark = tokenBefore(syntax, node);
    if (textOf(syntax, mark) !== '::') return names;
    node = tokenBefore(syntax, mark);
    const name = textOf(syntax, node);
    if (!/^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(name)) return ['', ...names];
    names.unshift(name);
  }
}
