import { reachingFile } from '../../../../analyzers/readings/javascript/reaching-files.ts';
import { replacingFile, spyingFile } from '../../../../analyzers/readings/javascript/replacing-files.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import type { EsModule } from './read-es-module.ts';

/** A test that loads a divided file anew, or replaces something inside of it, does so by its path, and the parts have other paths. */
export function judgeReached(before: View, after: View, family: Family): string | null {
  if (family.after.length <= family.before.length) return null;
  const divided = family.before.map(({ path }) => path);
  const spied = spiedThrough(before, family);
  if (spied !== null) return spied;
  for (const view of [before, after]) {
    const path = reachingFile(view, divided);
    if (path !== null) return `${path} uses the path of ${divided.join(', ')}, and would not reach the parts`;
    const replacer = replacingFile(
      view,
      divided.filter((one) => view.file(one)?.state === 'text'),
    );
    if (replacer !== null)
      return `${replacer} replaces what ${divided.join(', ')} exports, which a re-export may not allow`;
  }
  return null;
}

/** What stood in the module, and is asked for through its exports now, is replaced with them. */
function spiedThrough(before: View, { before: old, after }: Family): string | null {
  const parts = after.filter(({ path }) => !old.some((module) => module.path === path));
  const pairs = parts.flatMap((part) => old.map((module) => [part, module] as const));
  for (const [part, module] of pairs) {
    const asked = askedThrough(part, module);
    const spy = asked.length === 0 ? null : spyingFile(before, module.path, asked);
    if (spy !== null)
      return `${spy} replaces what ${module.path} exports, and ${part.path} asks for \`${asked[0]}\` through it now`;
  }
  return null;
}

/** The exports of a module that a part imports as values. */
const askedThrough = ({ imports }: EsModule, { path, exports }: EsModule): string[] =>
  [...imports.values()]
    .filter(({ module, typeOnly }) => module === path && !typeOnly)
    .flatMap(({ name }) => (name === '*' ? [...exports.keys()] : name))
    .filter((name) => exports.has(name));
