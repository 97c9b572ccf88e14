import { PRELUDE_MACROS } from '../../../../../analyzers/readings/rust/prelude-macros.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { tokenBefore, tokenBehind } from '../../../../languages/rust/macro-tokens.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';

/** Which of some macros the nodes from..to may call: by name, or by handing a name on to a macro that is not the library's. */
export function calledMacros(syntax: Syntax, from: Node, to: Node, isOne: (name: string) => boolean): Set<string> {
  const found = new Set(tokenCalls(syntax, from, to).flatMap(({ name }) => (isOne(name) ? [name] : [])));
  for (let node = from; node < to; node++) {
    const name = kindOf(syntax, node) === 'identifier' ? plainName(textOf(syntax, node)) : '';
    if (name !== '' && isOne(name) && isHandedOn(syntax, node)) found.add(name);
  }
  return found;
}

function isHandedOn(syntax: Syntax, node: Node): boolean {
  if (!/^token_(?:tree|repetition)$/.test(kindOf(syntax, syntax.parent[node]!))) return false;
  if (!/^(?:[([{,;|=]|=>)$/.test(textOf(syntax, tokenBefore(syntax, node)))) return false;
  if (!/^(?:[)\]},;|]|=>)$/.test(textOf(syntax, tokenBehind(syntax, node)))) return false;
  for (let tree = syntax.parent[node]!; tree > 0; tree = syntax.parent[tree]!) {
    if (!/^token_(?:tree|repetition)$/.test(kindOf(syntax, tree))) return true;
    const bang = tokenBefore(syntax, tree);
    if (textOf(syntax, bang) === '!') return !PRELUDE_MACROS.has(plainName(textOf(syntax, tokenBefore(syntax, bang))));
  }
  return true;
}
