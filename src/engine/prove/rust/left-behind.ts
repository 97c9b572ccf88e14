import { findNamings } from '../../../../analyzers/namings/find-namings.ts';
import { mountsOf } from '../../../../analyzers/readings/rust/mounts.ts';
import type { Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { wordsOf } from '../../../workspace/words-of.ts';
import { modLines } from './syntax/parts-of.ts';

/**
 * Files of the state after a join that mount a module whose file is gone, or name it by a string. Paths that lead through it, a compiler finds.
 * @param end the state that is written: what is gone on the way to it may be there again
 */
export function leftBehind(before: View, after: View, gone: readonly string[], end: View): Proof[] {
  const lost = gone.filter((path) => before.file(path)?.grammar === 'rust');
  const named = findNamings(
    before,
    lost.filter((path) => end.file(path)?.state !== 'text'),
  ).filter(
    ({ path, start, end: behind }) =>
      after.file(path)?.state === 'text' && after.text(path).includes(before.text(path).slice(start, behind)),
  );
  return lost.flatMap((path) => [
    ...named
      .filter(({ names }) => names === path)
      .map((one) => ({
        ...failed(path, path),
        why: `${one.path}, line ${one.line}, names ${path}, whose file is gone`,
      })),
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
