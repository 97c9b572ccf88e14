import { readPathValue } from '../../../src/languages/rust/composition/path-value.ts';
import { rustComposition } from '../../../src/languages/rust/composition-fact.ts';
import type { View } from '../../../src/workspace/view.ts';
import { cognitiveBoundFact } from '../../complexity/bound/cognitive-bound-fact.ts';
import { ANY_NAME } from '../../complexity/bound/named-parts.ts';

/** The files that have to be parsed to know whether any file that is no source by its name counts as one. */
export function splicingSources(view: View): string[] {
  const others = otherNames(view);
  return view.files.flatMap(({ path, grammar, state }) => {
    if (grammar === null || state !== 'text') return [];
    const bound = view.facts(path, cognitiveBoundFact);
    if (bound.status === 'failed') return [];
    return bound.value.parts.some((name) => name === ANY_NAME || others.has(name)) ? [path] : [];
  });
}

/** Whether these sources name any other file of the workspace as their part; names alone are compared, and what a macro says may be any. */
export function maySplice(view: View, sources: readonly string[]): boolean {
  const others = otherNames(view);
  return sources.some((path) => namesOf(view, path).some((name) => name === ANY_NAME || others.has(name)));
}

const otherNames = (view: View): ReadonlySet<string> =>
  new Set(
    view.files.filter(({ grammar, state }) => grammar === null && state === 'text').map(({ path }) => nameOf(path)),
  );

function namesOf(view: View, path: string): string[] {
  const fact = view.facts(path, rustComposition);
  if (fact.status === 'failed') return [];
  const { includes, macros, mods } = fact.value;
  const forwards = macros.some(({ rules }) => rules.some(({ calls }) => calls.some(({ name }) => name === 'include')));
  return [
    ...(forwards ? [ANY_NAME] : []),
    ...includes.filter(({ name }) => name === 'include').map(({ tokens }) => nameOf(readPathValue(tokens).text)),
    ...mods.flatMap(({ paths }) => paths.map((mount) => nameOf(mount.path))),
  ];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
