import type { View } from '../../src/workspace/view.ts';
import { oncePerView } from '../once.ts';
import { registryFinder } from './find-registry.ts';
import type { RegisteringFile } from './registering-file.ts';
import { plainPath, type Registration } from './registrations.ts';
import { registryIndex } from './registry-index.ts';

/** A registration where it ends up: a route of a router is one of the app, below all prefixes. */
export interface Registered extends Registration {
  readonly path: string;
  readonly module: string;
  readonly registry: string;
}

const MOST_DEPTH = 6;

/** Every registration of the workspace, on each registry that it reaches. */
export const registered = oncePerView((view: View): Registered[] => {
  const index = registryIndex(view);
  const find = registryFinder(index);
  const files = [...index.files.values()];
  const prefixes = new Map<string, { readonly own: string; readonly isReplaced: boolean }>();
  for (const file of files)
    for (const { variable, scope, prefix, replaced } of file.facts.makers)
      prefixes.set(`${file.path}#${scope}:${variable}`, { own: prefix, isReplaced: replaced });
  const mounts = files.flatMap((file) =>
    file.facts.mounts.flatMap(({ on, mounted, prefix }) =>
      find(file, mounted).flatMap((inner) => find(file, on).map((outer) => ({ inner, outer, prefix }))),
    ),
  );
  const ends = (registry: string, path: string, depth: number): [string, string][] => {
    const known = prefixes.get(registry);
    // What a router of another library begins with cannot be told: its routes stay its own.
    if (!known) return [[registry, path]];
    const { own, isReplaced } = known;
    const above =
      depth > MOST_DEPTH ? [] : mounts.filter(({ inner, outer }) => inner === registry && outer !== registry);
    if (above.length === 0) return [[registry, own + path]];
    return above.flatMap(({ outer, prefix }) =>
      ends(outer, (isReplaced ? prefix || own : prefix + own) + path, depth + 1),
    );
  };
  return files.flatMap((file) =>
    file.facts.registrations.flatMap((one) =>
      find(file, one.on, one.line).flatMap((registry) => placed(file, one, ends(registry, routeOf(one), 0))),
    ),
  );
});

/** The path of a route, without its method. */
const routeOf = ({ kind, name }: Registration): string => (kind === 'route' ? name.slice(name.indexOf(' ') + 1) : '');

const placed = (
  { path, module }: RegisteringFile,
  one: Registration,
  ends: readonly [string, string][],
): Registered[] =>
  ends.map(([registry, route]) => ({
    ...one,
    path,
    module,
    registry,
    name: one.kind === 'route' ? `${one.name.slice(0, one.name.indexOf(' '))} ${plainPath(route)}` : one.name,
  }));
