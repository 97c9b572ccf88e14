import type { Proof } from '../../../src/core/evidence.ts';
import { changedFiles } from '../../../src/engine/prove/changed-files.ts';
import type { Prover } from '../../../src/engine/prove/prover.ts';
import type { View } from '../../../src/workspace/view.ts';
import { letsIn, linksIn } from './toy-text.ts';

const textOf = (view: View, path: string): string => (view.file(path) ? view.text(path) : '');

const statements = (view: View, paths: readonly string[]): string =>
  paths
    .flatMap((path) => letsIn(textOf(view, path)).map(({ text }) => text))
    .sort()
    .join('\n');

/** Names that a file binds, if each link leads to a statement. */
const boundIn = (view: View, path: string): Set<string> => {
  const links = linksIn(textOf(view, path)).filter(({ name, from }) =>
    letsIn(textOf(view, from)).some((one) => one.name === name),
  );
  return new Set([...letsIn(textOf(view, path)), ...links].map(({ name }) => name));
};

/** What a file of the change lacks; null if it holds what it should. */
function flawOf(before: View, after: View, path: string, known: ReadonlySet<string>): string | null {
  const bound = boundIn(after, path);
  const lost = [...boundIn(before, path)].find((name) => !bound.has(name));
  if (lost !== undefined) return `${lost} is no longer given`;
  const open = letsIn(textOf(after, path)).flatMap(({ words }) =>
    words.filter((word) => known.has(word) && !bound.has(word)),
  )[0];
  return open === undefined ? null : `${open} is not bound`;
}

/** S: the same statements, every name that was given still is, and every name that is read is bound. */
export const toyProver: Prover = {
  language: 'toy',
  rungs: ['S'],
  divides: [],
  announce: () => [],
  programs: () => [],
  prove: async ({ before, after, changeSet, rungs }) => {
    const paths = changedFiles(before, after, changeSet).filter((path) => path.endsWith('.toy'));
    const known = new Set(paths.flatMap((path) => [...boundIn(before, path)]));
    const moved = statements(before, paths) === statements(after, paths) ? null : 'the statements differ';
    const proofs = paths.map((path): Proof => {
      const flaw = moved ?? flawOf(before, after, path, known);
      return {
        rung: 'S',
        path,
        configuration: '-',
        verdict: flaw === null ? 'proven' : 'failed',
        why: flaw ?? 'statements and names are conserved',
      };
    });
    return { proofs: rungs.includes('S') ? proofs : [], commands: [], diagnostics: [], tools: [] };
  },
};
