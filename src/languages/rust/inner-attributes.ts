import { childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { readAttribute } from './attributes.ts';

/** One of the attributes that `#[cfg_attr(P, a, b = 1, c(d))]` writes where P holds. */
export interface ConditionalAttribute {
  /** Without spaces: `serde`, `rustfmt::skip`. */
  readonly path: string;
  /** The token tree or the value; -1 if there is neither. */
  readonly argument: Node;
  /** Where its path begins. */
  readonly at: number;
  readonly end: number;
}

/** The attributes of a `cfg_attr` item, those of a `cfg_attr` among them included. [] where it has another form. */
export function conditionalAttributes(syntax: Syntax, item: Node): ConditionalAttribute[] {
  const { path, argument } = readAttribute(syntax, item);
  return path === 'cfg_attr' && argument !== -1 ? within(syntax, argument) : [];
}

/** Where each `cfg_attr` of an item writes its attributes, and under which predicate; the inner ones behind the outer. */
export function conditionalSpans(syntax: Syntax, item: Node): { start: number; end: number; predicate: string }[] {
  const { path, argument } = readAttribute(syntax, item);
  if (path !== 'cfg_attr' || argument === -1) return [];
  const found: { start: number; end: number; predicate: string }[] = [];
  const open = [argument];
  while (open.length > 0) {
    const tree = open.pop()!;
    const [first, ...rest] = parts(syntax, tree);
    const predicate = first ? textBetween(syntax, first[0]!, first[first.length - 1]!) : '';
    if (predicate !== '') found.push({ start: syntax.start[tree]!, end: syntax.end[tree]!, predicate });
    for (const part of rest) if (textOf(syntax, part[0]!) === 'cfg_attr' && part[1] !== undefined) open.push(part[1]);
  }
  return found;
}

function within(syntax: Syntax, tree: Node): ConditionalAttribute[] {
  return parts(syntax, tree)
    .slice(1)
    .flatMap((part) => {
      const one = toAttribute(syntax, part);
      return one.path === 'cfg_attr' && one.argument !== -1 ? within(syntax, one.argument) : [one];
    });
}

/** The tokens between the commas of a tree. */
function parts(syntax: Syntax, tree: Node): Node[][] {
  const found: Node[][] = [[]];
  for (const node of childrenOf(syntax, tree).slice(1, -1)) {
    if (kindOf(syntax, node).endsWith('comment')) continue;
    if (textOf(syntax, node) === ',') found.push([]);
    else found[found.length - 1]!.push(node);
  }
  return found.filter((part) => part.length > 0);
}

function toAttribute(syntax: Syntax, part: readonly Node[]): ConditionalAttribute {
  const end = part.findIndex((node) => kindOf(syntax, node) === 'token_tree' || textOf(syntax, node) === '=');
  const path = part.slice(0, end === -1 ? part.length : end);
  const argument = end === -1 ? -1 : textOf(syntax, part[end]!) === '=' ? (part[end + 1] ?? -1) : part[end]!;
  return {
    path: path.map((node) => textOf(syntax, node)).join(''),
    argument,
    at: syntax.start[part[0]!]!,
    end: syntax.end[part[part.length - 1]!]!,
  };
}

const textBetween = (syntax: Syntax, from: Node, to: Node): string =>
  syntax.text.slice(syntax.start[from]!, syntax.end[to]!).replace(/\s+/g, ' ');
