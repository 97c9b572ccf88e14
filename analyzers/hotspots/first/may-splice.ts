import { readPathValue } from '../../../src/languages/rust/composition/path-value.ts';
import { rustComposition } from '../../../src/languages/rust/composition-fact.ts';
import type { View } from '../../../src/workspace/view.ts';
import { cognitiveBoundFact } from '../../complexity/bound/cognitive-bound-fact.ts';

/** The Rust files that have to be parsed to know whether any file that is no source by its name counts as one. */
export const splicingSources = (view: View): string[] =>
  view.files.flatMap(({ path, grammar, state }) => {
    if (grammar !== 'rust' || state !== 'text') return [];
    const bound = view.facts(path, cognitiveBoundFact);
    return bound.status !== 'failed' && bound.value.splices ? [path] : [];
  });

/** Whether these sources name any other file of the workspace as their part; names alone are compared, and what a macro says may be any. */
export function maySplice(view: View, sources: readonly string[]): boolean {
  if (sources.length === 0) return false;
  const others = new Set(
    view.files.filter(({ grammar, state }) => grammar === null && state === 'text').map(({ path }) => nameOf(path)),
  );
  return sources.some((path) => namesOf(view, path).some((name) => name === null || others.has(name)));
}

/** Names of the files that a source may splice, or mount under a name that is none of Rust; null for any. */
function namesOf(view: View, path: string): (string | null)[] {
  const fact = view.facts(path, rustComposition);
  if (fact.status === 'failed') return [];
  const { includes, macros, mods } = fact.value;
  const forwards = macros.some(({ rules }) => rules.some(({ calls }) => calls.some(({ name }) => name === 'include')));
  return [
    ...(forwards ? [null] : []),
    ...includes.filter(({ name }) => name === 'include').map(({ tokens }) => nameOf(readPathValue(tokens).text)),
    ...mods.flatMap(({ paths }) => paths.map((mount) => nameOf(mount.path))),
  ];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
