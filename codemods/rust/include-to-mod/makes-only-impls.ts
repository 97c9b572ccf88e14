import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { Piece, Source } from '../split-module/source.ts';

const NAMELESS = /^(?:(?:static_assertions::)?(?:const_)?assert\w*|compile_error|(?:std|core)::compile_error)$/;
const NAMING = new Set('struct enum union fn static const type trait mod use extern macro_rules static_ref'.split(' '));

/** True for a call of a macro of this module whose every arm makes `impl` blocks alone: it brings no name. */
export function makesOnlyImpls(source: Source, call: Piece): boolean {
  const { syntax } = source;
  const name = textOf(syntax, childByField(syntax, innerItem(syntax, call.item.node), 'macro'));
  if (NAMELESS.test(name)) return true;
  const definitions = source.top.filter(({ unit }) => unit.kind === 'macro' && unit.name === name);
  return definitions.length > 0 && definitions.every(({ item }) => everyArm(syntax, item.node));
}

function everyArm(syntax: Syntax, definition: Node): boolean {
  const rules = childrenOf(syntax, definition).filter((node) => kindOf(syntax, node) === 'macro_rule');
  return rules.length > 0 && rules.every((rule) => onlyImpls(syntax, childByField(syntax, rule, 'right')));
}

/** The tokens of an arm outside of any braces of its own: none that names an item or calls a macro. */
function onlyImpls(syntax: Syntax, right: Node): boolean {
  if (right === -1) return false;
  let impls = 0;
  for (let node = right + 1; node < syntax.after[right]!; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'token_tree') {
      node = syntax.after[node]! - 1;
      continue;
    }
    const text = textOf(syntax, node);
    if (text === 'impl') impls += 1;
    if (NAMING.has(text)) return false;
    if (kind === 'identifier' && syntax.text.slice(syntax.end[node]!).startsWith('!')) return false;
  }
  return impls > 0;
}
