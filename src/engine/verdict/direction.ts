import type { Change } from '../../core/verdict.ts';
import type { View } from '../../workspace/view.ts';
import { languageOfFile } from '../language-of.ts';

/** `split`: one file became several. `join`: several became one, which is a split read from its end to its start. */
export type Direction = 'split' | 'join';

/** How a change is read: one that takes sources away and brings none is a join. Only the paths are asked, so that any reader comes to the same. */
export function directionOf(before: View, after: View, changes: readonly Change[]): Direction {
  const isSource = ({ path }: Change): boolean => languageOfFile(after.file(path) ?? before.file(path)) !== null;
  const sources = changes.filter(isSource);
  const [removed, added] = (['removed', 'added'] as const).map((kind) => sources.some((one) => one.kind === kind));
  return removed && !added ? 'join' : 'split';
}
