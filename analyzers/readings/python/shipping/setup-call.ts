import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../src/languages/syntax.ts';

/** What `setup(…)` is given, by keyword; null where no such call stands at the top, or it takes what the text does not tell. */
export interface SetupCall {
  readonly syntax: Syntax;
  readonly keywords: ReadonlyMap<string, Node>;
  /** `**config` or a positional argument: keywords may be missing here. */
  readonly open: boolean;
}

export function setupCall(syntax: Syntax): SetupCall | null {
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call') continue;
    if (!/(^|\.)setup$/.test(textOf(syntax, childByField(syntax, node, 'function')))) continue;
    const given = argumentsOf(syntax, node);
    const named = given.filter((child) => kindOf(syntax, child) === 'keyword_argument');
    return {
      syntax,
      keywords: new Map(
        named.map((child) => [
          textOf(syntax, childByField(syntax, child, 'name')),
          boundValue(syntax, childByField(syntax, child, 'value')),
        ]),
      ),
      open: named.length < given.length,
    };
  }
  return null;
}

export const argumentsOf = (syntax: Syntax, call: Node): Node[] =>
  childrenOf(syntax, childByField(syntax, call, 'arguments')).filter(
    (child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)),
  );

/** A name that the file binds once, at its own level, stands for what it is bound to. */
function boundValue(syntax: Syntax, value: Node): Node {
  if (kindOf(syntax, value) !== 'identifier') return value;
  const name = textOf(syntax, value);
  const found: Node[] = [];
  let touched = 0;
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'identifier' || textOf(syntax, node) !== name) continue;
    const up = syntax.parent[node]!;
    if (kindOf(syntax, up) === 'keyword_argument' && childByField(syntax, up, 'name') === node) continue;
    touched += 1;
    if (kindOf(syntax, up) === 'assignment' && childByField(syntax, up, 'left') === node)
      found.push(childByField(syntax, up, 'right'));
  }
  // Bound here and read in the call, and nowhere else: `packages.append(…)` would be a third place.
  return found.length === 1 && touched === 2 && found[0] !== -1 ? found[0]! : value;
}

/** The strings of `["a", 'b']` or `("a", "b")`, with their nodes; null for anything else. */
export function stringList(syntax: Syntax, node: Node): { readonly value: string; readonly node: Node }[] | null {
  if (!/^(list|tuple)$/.test(kindOf(syntax, node))) return null;
  const items = childrenOf(syntax, node).filter((child) => !/^[[\](),]$|^comment$/.test(kindOf(syntax, child)));
  const read = items.map((item) => ({ value: stringOf(syntax, item), node: item }));
  return read.every((one): one is { value: string; node: Node } => one.value !== null) ? read : null;
}

export function stringOf(syntax: Syntax, node: Node): string | null {
  if (node === -1 || kindOf(syntax, node) !== 'string') return null;
  return /^[rRuU]*(['"])([^'"\\\n]*)\1$/.exec(textOf(syntax, node))?.[2] ?? null;
}

/** `{"": "src"}` as a map; null for anything else. */
export function stringMap(syntax: Syntax, node: Node): Map<string, string> | null {
  if (kindOf(syntax, node) !== 'dictionary') return null;
  const pairs = childrenOf(syntax, node).filter((child) => !/^[{},]$|^comment$/.test(kindOf(syntax, child)));
  const read = pairs.map((pair): [string | null, string | null] =>
    kindOf(syntax, pair) === 'pair'
      ? [stringOf(syntax, childByField(syntax, pair, 'key')), stringOf(syntax, childByField(syntax, pair, 'value'))]
      : [null, null],
  );
  return read.every((one): one is [string, string] => one[0] !== null && one[1] !== null) ? new Map(read) : null;
}
