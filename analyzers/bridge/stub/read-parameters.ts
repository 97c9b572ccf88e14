import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { Parameter, ParameterKind, Signature } from '../signature.ts';

/** The parameters of a Python `def`, the receiver included. */
export function readParameters(syntax: Syntax, definition: Node): Signature {
  const list = childByField(syntax, definition, 'parameters');
  if (list === -1) return [];
  const found: Parameter[] = [];
  let kind: ParameterKind = 'positional';
  for (const node of namedChildrenOf(syntax, list)) {
    const type = kindOf(syntax, node);
    if (type === 'comment') continue;
    if (type === 'positional_separator') {
      for (const [i, one] of found.entries()) found[i] = { ...one, kind: 'positional-only' };
    } else if (type === 'keyword_separator') kind = 'keyword-only';
    else {
      const one = parameterAt(syntax, node, kind);
      if (one.kind === 'rest') kind = 'keyword-only';
      found.push(one);
    }
  }
  return asPositionalOnly(found);
}

function parameterAt(syntax: Syntax, node: Node, kind: ParameterKind): Parameter {
  const type = kindOf(syntax, node);
  const named = childByField(syntax, node, 'name');
  const inner = named !== -1 ? named : type === 'typed_parameter' ? (namedChildrenOf(syntax, node)[0] ?? node) : node;
  const value = childByField(syntax, node, 'value');
  const text = textOf(syntax, inner);
  const stars = /^\*{0,2}/.exec(text)![0];
  const own: ParameterKind = stars === '*' ? 'rest' : stars === '**' ? 'keywords' : kind;
  return { name: text.slice(stars.length).trim(), kind: own, default: value === -1 ? null : textOf(syntax, value) };
}

/** Names such as `__x` are positional-only by the older convention (PEP 484). */
function asPositionalOnly(found: readonly Parameter[]): Parameter[] {
  const isOld = (one: Parameter): boolean => /^__\w*[^_]_?$/.test(one.name) && one.kind === 'positional';
  const last = found.findLastIndex(isOld);
  return found.map((one, i) =>
    i <= last && one.kind === 'positional' && isOld(one) ? { ...one, kind: 'positional-only' } : one,
  );
}
