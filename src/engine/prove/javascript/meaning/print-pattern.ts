import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';

/** What a pattern and its value print to. */
export interface Printing {
  readonly print: (node: Node) => string;
  /** A name for a value that the compiler keeps, numbered with those that it has made up. */
  readonly keep: (node: Node) => string;
}

/**
 * `{ a, b: c } = make()` as the assignments that it stands for. A private one is written as it is, an exported one as `_a = make(), exports.a =
 * _a.a` by TypeScript 5 and 6, and as `({ a: exports.a } = make())` by 7; one name, and a value that is a name, need nothing that is kept.
 * @returns null for defaults, rests, and patterns in patterns: they print as they stand
 */
export function printPattern(syntax: Syntax, pattern: Node, value: Node, { print, keep }: Printing): string | null {
  const taken = kindOf(syntax, pattern) === 'object_pattern' ? namesIn(syntax, pattern) : null;
  if (taken === null || taken.length === 0 || value === -1) return null;
  const isName = kindOf(syntax, value) === 'identifier';
  const kept = taken.length > 1 && !isName ? keep(pattern) : null;
  const from = kept ?? (STANDS_ALONE.test(kindOf(syntax, value)) ? print(value) : `( ${print(value)} )`);
  const reads = taken.map(({ key, target }) => `${print(target)} = ${from} . ${key}`);
  return [...(kept === null ? [] : [`${kept} = ${print(value)}`]), ...reads].join(' , ');
}

const STANDS_ALONE =
  /^(identifier|(call|member|subscript|parenthesized)_expression|this|(template_)?string|array|regex|new_expression)$/;

interface Taken {
  readonly key: string;
  /** A name, or `exports.name`. */
  readonly target: Node;
}

function namesIn(syntax: Syntax, pattern: Node): Taken[] | null {
  const found: Taken[] = [];
  for (const child of childrenOf(syntax, pattern)) {
    const kind = kindOf(syntax, child);
    if (/^([{},]|comment)$/.test(kind)) continue;
    const isPair = kind === 'pair_pattern';
    if (!isPair && kind !== 'shorthand_property_identifier_pattern') return null;
    const [key, target] = isPair
      ? [childByField(syntax, child, 'key'), childByField(syntax, child, 'value')]
      : [child, child];
    if (isPair && kindOf(syntax, key) !== 'property_identifier') return null;
    if (isPair && !/^(identifier|member_expression)$/.test(kindOf(syntax, target))) return null;
    found.push({ key: textOf(syntax, key), target });
  }
  return found;
}
