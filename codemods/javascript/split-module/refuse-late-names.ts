import { isBuiltinModule } from '../../../analyzers/readings/javascript/module-paths.ts';
import { moduleTouch } from '../../../analyzers/readings/javascript/module-touch.ts';
import { openModules } from '../../../analyzers/readings/javascript/open-modules.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { moduleLoading } from '../../../src/languages/javascript/module-loading.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import { type Links, staysImported } from './module-links.ts';
import { orderRules } from './order-rules.ts';
import type { ImportStatement } from './read-module.ts';
import { refuse, type Source } from './source.ts';

/**
 * `const { a } = require('./x')` reads a property at its moment, and a part does so later: behind all `require`s that followed, and behind the
 * parts that are loaded first. What is loaded in between must not be able to put something else there. The name of a whole module is the same
 * object at any moment, and a package that is loaded for its names is taken not to replace those of others.
 */
export function refuseLateNames(view: View, source: Source, { parts, home }: Assignment, links: Links): Refusal[] {
  const read = view.facts(source.path, moduleLoading);
  if (read.status === 'failed') return [];
  const { needs } = links;
  const modules = openModules(view);
  const { imports } = source.module;
  const { world } = orderRules(modules, source.path, read.value, 'all');
  const acting = source.pieces.filter(({ index }) => world[index] === 'changes' && home[index] !== FACADE);
  const replaces = ({ from, specifiers }: ImportStatement): boolean => {
    if (isBuiltinModule(from)) return false;
    const target = modules.target(source.path, from);
    if (modules.loading(target) === null && !from.startsWith('.')) return specifiers.length === 0;
    return moduleTouch(modules, target, 'all') === 'changes';
  };
  return imports.flatMap((statement, at): Refusal[] => {
    const late = statement.specifiers.filter(({ form }) => form === 'named');
    const takes = (module: number, { specifiers }: ImportStatement): boolean =>
      specifiers.some(({ local }) => needs.get(module)!.imported.has(local));
    const takers = late.length === 0 ? [] : parts.flatMap((_, part) => (takes(part, statement) ? [part] : []));
    // What stood above and leaves is loaded only with the part that takes it.
    const stays = ({ specifiers }: ImportStatement): boolean =>
      specifiers.length === 0 || specifiers.some(({ local }) => staysImported(links, local));
    const readers = late.some(({ local }) => staysImported(links, local)) ? [FACADE, ...takers] : takers;
    const above = imports
      .slice(0, at)
      .find((one) => !stays(one) && readers.some((module) => !takes(module, one)) && replaces(one));
    if (takers.length === 0 && above === undefined) return [];
    // Where one part alone takes both, it takes them in the order that they had.
    const together = (one: ImportStatement): boolean =>
      readers.length === 1 && !stays(one) && parts.every((_, part) => takes(part, one) === (part === readers[0]));
    const behind = above ?? imports.slice(at + 1).find((one) => !together(one) && replaces(one));
    const actor = acting.find(({ index }) => takers.some((part) => part !== home[index]));
    if (behind === undefined && actor === undefined) return [];
    const cause = behind === undefined ? `\`${actor!.unit.id}\` is evaluated` : `'${behind.from}' is loaded`;
    const side = above === undefined ? 'only after' : 'before';
    const why = `\`${late[0]!.local}\` would be read from '${statement.from}' ${side} ${cause}, which may replace it`;
    const user = source.pieces.find(
      ({ unit, index }) =>
        home[index] !== FACADE && unit.uses.some(({ name }) => late.some(({ local }) => local === name)),
    );
    return [refuse(source, 'J87', user?.unit.body ?? statement, why, 'Keep what uses the name in the facade.')];
  });
}
