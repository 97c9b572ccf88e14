import { mountsOf } from '../../../../analyzers/readings/rust/mounts.ts';
import type { Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { wordsOf } from '../../../workspace/words-of.ts';
import { modLines } from './syntax/parts-of.ts';

/** Files of the state after a join that mount a module whose file is gone. Paths that lead through it, a compiler finds. */
export function leftBehind(before: View, after: View, gone: readonly string[]): Proof[] {
  const lost = gone.filter((path) => before.file(path)?.grammar === 'rust');
  return lost.flatMap((path) => [
    ...mountsOf(after, path).map(({ by }) => failed(by, path)),
    ...after.files
      .filter(
        ({ path: file, grammar, state }) =>
          grammar === 'rust' && state === 'text' && wordsOf(after, file).has(moduleName(path)),
      )
      .filter(({ path: file }) =>
        modLines(after.syntax(file), file, true).some(({ candidates }) => candidates.includes(path)),
      )
      .filter(
        ({ path: file }) =>
          !modLines(after.syntax(file), file, true).some(
            ({ candidates }) => candidates.includes(path) && candidates.some((one) => after.file(one)),
          ),
      )
      .map(({ path: file }) => failed(file, path)),
  ]);
}

const moduleName = (path: string): string => {
  const parts = path.replace(/\.rs$/, '').split('/');
  return parts[parts.length - 1] === 'mod' ? (parts[parts.length - 2] ?? '') : parts[parts.length - 1]!;
};

const failed = (path: string, lost: string): Proof => ({
  rung: 'S',
  path,
  configuration: '-',
  verdict: 'failed',
  why: `it mounts ${lost}, which is gone`,
});
