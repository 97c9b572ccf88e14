import { moduleSpans } from '../../../../languages/rust/module-spans.ts';
import { readUseTree } from '../../../../languages/rust/use-tree.ts';
import { kindOf, type Node, type Syntax } from '../../../../languages/syntax.ts';

/** Offsets from..until. */
export interface Closed {
  readonly start: number;
  readonly end: number;
}

/**
 * The inner modules of a file that see no trait of the module around them: none of their globs leads there, or may lead to a module that gives
 * all of it on.
 */
export function closedModules(syntax: Syntax): Closed[] {
  const spans = moduleSpans(syntax);
  if (spans.length === 0) return [];
  const open = new Set(spans.filter(({ seesFile }) => seesFile));
  for (let node = 0; node < syntax.size; node++) {
    const span = kindOf(syntax, node) === 'use_declaration' ? spans.findLast((one) => holds(one, node)) : undefined;
    if (span && readUseTree(syntax, node).some(({ glob, segments }) => glob && mayGiveOn(segments))) open.add(span);
  }
  return spans
    .filter((span) => !open.has(span))
    .flatMap((span) => {
      const start = syntax.start[span.from]!;
      const inner = spans.filter((one) => one !== span && span.from < one.from && one.until <= span.until);
      // What an open module below it sees is asked of that one.
      return inner.some((one) => open.has(one)) ? [] : [{ start, end: syntax.end[span.from]! }];
    });
}

const holds = ({ from, until }: { readonly from: Node; readonly until: Node }, node: Node): boolean =>
  from <= node && node < until;

/** A module of the crate may have a glob of its own; those of the library, and enums by the form of their names, lead nowhere else. */
const mayGiveOn = (segments: readonly string[]): boolean =>
  !/^(?:std|core|alloc)$/.test(segments[0] ?? '') &&
  !/^\p{Lu}/u.test(segments.at(-1) ?? '') &&
  segments.some((one) => one !== 'super' && one !== 'self');
