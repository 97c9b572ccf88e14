import { isComment } from '../../../../languages/rust/tokens.ts';
import { childrenOf, kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { Part } from './module-state.ts';
import type { Problem } from './problem.ts';

/** Attributes and docs of a whole file stand in front of its items: behind one they are an error. */
export const checkHeads = (parts: readonly Part[]): Problem[] =>
  parts.flatMap(({ file: { path }, scope: { syntax } }) => {
    const late = lateHead(syntax);
    return late === undefined
      ? []
      : [{ path, start: syntax.start[late]!, why: 'an inner attribute or doc comment stands behind an item' }];
  });

function lateHead(syntax: Syntax): number | undefined {
  const children = childrenOf(syntax, 0);
  const isHead = (node: number): boolean =>
    kindOf(syntax, node) === 'inner_attribute_item' ||
    (isComment(kindOf(syntax, node)) && /^\/[/*]!/.test(textOf(syntax, node)));
  const first = children.findIndex(
    (node) => !isHead(node) && !isComment(kindOf(syntax, node)) && kindOf(syntax, node) !== 'shebang',
  );
  return first === -1 ? undefined : children.slice(first).find(isHead);
}
