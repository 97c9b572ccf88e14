import type { Edit } from '../../../src/core/change-set.ts';
import { relativePaths } from '../../../src/languages/rust/paths.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

const RELATIVE = /^pub\s*\(\s*(?:in\s+)?(?:self|super)(?:\s*::\s*super)*\s*\)$/;

/**
 * `pub(super)` of a thing that moves down means a module two above: `pub(in crate::outer)`, as people write it, rather than
 * `pub(in super::super)`.
 * @param edits those of the paths in the same nodes
 * @param modulePath the module that is split, below its crate's root; null where it is not known: the edits stay
 */
export function spellAudiences(
  syntax: Syntax,
  [from, to]: readonly [Node, Node],
  edits: readonly Edit[],
  modulePath: () => readonly string[] | null,
): Edit[] {
  const above: { start: number; end: number; levels: number }[] = [];
  for (let node = from; node < to; node++) {
    if (kindOf(syntax, node) !== 'visibility_modifier' || !RELATIVE.test(textOf(syntax, node))) continue;
    const [path] = relativePaths(syntax, node, syntax.after[node]!);
    const levels = path ? path.supers - path.depth : 0;
    if (levels > 0) above.push({ start: syntax.start[node]!, end: syntax.end[node]!, levels });
  }
  const ownPath = above.length === 0 ? null : modulePath();
  if (ownPath === null) return [...edits];
  const spelled = above.filter(({ levels }) => levels <= ownPath.length);
  return [
    ...edits.filter((edit) => !spelled.some(({ start, end }) => start <= edit.start && edit.end <= end)),
    ...spelled.map(({ start, end, levels }): Edit => {
      const path = ownPath.slice(0, ownPath.length - levels);
      const text = path.length === 0 ? 'pub(crate)' : `pub(in ${['crate', ...path].join('::')})`;
      return { start, end, text, reason: 'visibility' };
    }),
  ];
}
