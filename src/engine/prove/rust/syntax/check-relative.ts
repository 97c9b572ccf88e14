import { relativeExpansions, splicedPaths } from '../../../../../analyzers/readings/rust/relative-expansions.ts';
import type { View } from '../../../../workspace/view.ts';
import type { ModuleState } from './module-state.ts';
import type { Problem } from './problem.ts';

/**
 * What a macro of another crate, a text that is spliced or a lone `super` leads to depends on the module around: it must not have moved. Asked of the
 * file before, and found in the parts by its words.
 */
export function checkRelative({ parts }: ModuleState, before: View, after: View, path: string): Problem[] {
  const { text } = before.syntax(path);
  const spliced = parts.flatMap(({ file }) =>
    splicedPaths(after, file.path).map(({ at, why }) => ({ path: file.path, start: at, why: `${why}, and has moved` })),
  );
  return [...spliced, ...movedExpansions(parts, before, path, text)];
}

function movedExpansions(parts: ModuleState['parts'], before: View, path: string, text: string): Problem[] {
  return relativeExpansions(before, path).flatMap(({ at, why }): Problem[] => {
    const line = lineAround(text, at);
    const moved = parts.find(({ scope }) => scope.syntax.text.includes(line));
    return moved
      ? [{ path: moved.file.path, start: moved.scope.syntax.text.indexOf(line), why: `${why}, and has moved` }]
      : [];
  });
}

/** The line without its indentation, which a split may change. */
const lineAround = (text: string, at: number): string => {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end === -1 ? text.length : end).trim();
};
