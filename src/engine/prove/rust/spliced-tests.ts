import type { Composition } from '../../../../analyzers/composition/composition.ts';
import { compositionOf } from '../../../../analyzers/composition/rust/facts.ts';
import type { View } from '../../../workspace/view.ts';
import type { TestAttempt } from '../tests/test-attempt.ts';
import { compositionOfView } from './composition-of.ts';
import { type CargoPackage, packageFolder } from './read-packages.ts';

/** A module that a spliced file has become, and the one that had its items before: paths below the crate's root. */
export type SplicedModule = readonly [later: string, earlier: string];

/** The files of a package that were parts of a module and are modules now. */
export function splicedModules(before: View, after: View, member: CargoPackage): SplicedModule[] {
  const compositionBefore = compositionOfView(before);
  const parts = new Set(compositionBefore.modules.flatMap(({ fragments }) => fragments));
  const spliced = [...parts].filter((path) => packageFolder(before, path) === member.folder);
  if (spliced.length === 0) return [];
  const compositionAfter = compositionOfView(after);
  return spliced.flatMap((path): SplicedModule[] => {
    const now = below(compositionAfter, path);
    const old = namesOf(before, compositionBefore, path).join('::');
    return now === old ? [] : [[now, old]];
  });
}

const below = ({ moduleOf }: Composition, path: string): string =>
  (moduleOf.get(path) ?? '').split('::').slice(1).join('::');

/** The modules around the items of a file, also the inline ones that its `include!` stands in. */
function namesOf(view: View, composition: Composition, path: string): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  let at = path;
  while (!seen.has(at)) {
    seen.add(at);
    const splice = composition.splices.find(({ kind, targets }) => kind === 'include' && targets.includes(at));
    if (!splice) break;
    const site = compositionOf(view, splice.path).includes.find(({ start }) => start === splice.start);
    names.unshift(...(site?.inline ?? []).map(({ name }) => name));
    at = splice.path;
  }
  return [below(composition, at), ...names].filter((name) => name !== '');
}

/** The tests of a spliced file by the names that they had: `m::part::adds` -> `m::adds`. */
export function byOldNames(attempt: TestAttempt, modules: readonly SplicedModule[]): TestAttempt {
  if (!('run' in attempt) || modules.length === 0) return attempt;
  return { run: new Map([...attempt.run].map(([id, outcome]) => [oldName(id, modules), outcome])) };
}

// `unittests src/lib.rs::m::t` of cargo test, `lib package::binary$m::t` of nextest.
function oldName(id: string, modules: readonly SplicedModule[]): string {
  const [, target, name] = /^([^$]*\$|.*?::)(.*)$/s.exec(id) ?? [id, '', id];
  return `${target}${oldPath(name!, modules)}`;
}

/** A path below the crate's root as it was. */
export function oldPath(path: string, modules: readonly SplicedModule[]): string {
  for (const [later, earlier] of modules)
    if (path.startsWith(`${later}::`)) return `${earlier === '' ? '' : `${earlier}::`}${path.slice(later.length + 2)}`;
  return path;
}
