import { composition } from '../../../../analyzers/composition/index.ts';
import type { View } from '../../../workspace/view.ts';
import type { TestAttempt } from '../tests/judge-tests.ts';
import { type CargoPackage, packageFolder } from './read-packages.ts';

/** A module that a spliced file has become, and the one that had its items before: paths below the crate's root. */
export type SplicedModule = readonly [is: string, was: string];

/** The files of a package that were parts of a module and are modules now. */
export function splicedModules(before: View, after: View, member: CargoPackage): SplicedModule[] {
  const was = composition.run(before);
  const parts = new Set(was.modules.flatMap(({ fragments }) => fragments));
  const spliced = [...parts].filter((path) => packageFolder(before, path) === member.folder);
  if (spliced.length === 0) return [];
  const is = composition.run(after);
  const below = (id: string | undefined): string => (id ?? '').split('::').slice(1).join('::');
  return spliced.flatMap((path): SplicedModule[] => {
    const now = below(is.moduleOf.get(path));
    const old = below(was.moduleOf.get(path));
    return now === old ? [] : [[now, old]];
  });
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
  for (const [is, was] of modules)
    if (path.startsWith(`${is}::`)) return `${was === '' ? '' : `${was}::`}${path.slice(is.length + 2)}`;
  return path;
}
