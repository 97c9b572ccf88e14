import { isBuiltinModule } from '../../../analyzers/readings/javascript/module-paths.ts';
import { moduleTouch } from '../../../analyzers/readings/javascript/module-touch.ts';
import { type Modules, openModules } from '../../../analyzers/readings/javascript/open-modules.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { moduleLoading } from '../../../src/languages/javascript/module-loading.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import { type Links, staysImported } from './module-links.ts';
import { orderRules } from './order-rules.ts';
import type { ImportStatement } from './read-module.ts';
import { type Piece, refuse, type Source } from './source.ts';

/** Which module takes which names while the divided module is loaded. */
interface Taking {
  readonly source: Source;
  readonly assignment: Assignment;
  readonly links: Links;
  /** May loading this put something else in the place of a name of another module. */
  readonly replaces: (statement: ImportStatement) => boolean;
  /** Units that leave and may do so. */
  readonly acting: readonly Piece[];
}

/**
 * `const { a } = require('./x')` reads a property at its moment, and a part does so later: behind all `require`s that followed, and behind the
 * parts that are loaded first. What is loaded in between must not be able to put something else there. The name of a whole module is the same
 * object at any moment, and a package that is loaded for its names is taken not to replace those of others.
 */
export function refuseLateNames(view: View, source: Source, assignment: Assignment, links: Links): Refusal[] {
  const read = view.facts(source.path, moduleLoading);
  if (read.status === 'failed') return [];
  const modules = openModules(view);
  const { world } = orderRules(modules, source.path, read.value, 'all');
  const taking: Taking = {
    source,
    assignment,
    links,
    replaces: (statement) => mayReplace(modules, source.path, statement),
    acting: source.pieces.filter(({ index }) => world[index] === 'changes' && assignment.home[index] !== FACADE),
  };
  return source.module.imports.flatMap((statement, index) => refuseStatement(taking, statement, index));
}

function mayReplace(modules: Modules, path: string, { from, specifiers }: ImportStatement): boolean {
  if (isBuiltinModule(from)) return false;
  const target = modules.target(path, from);
  if (modules.loading(target) === null && !from.startsWith('.')) return specifiers.length === 0;
  return moduleTouch(modules, target, 'all') === 'changes';
}

const takes = ({ links }: Taking, module: number, { specifiers }: ImportStatement): boolean =>
  specifiers.some(({ local }) => links.needs.get(module)!.imported.has(local));

const stays = ({ links }: Taking, { specifiers }: ImportStatement): boolean =>
  specifiers.length === 0 || specifiers.some(({ local }) => staysImported(links, local));

function refuseStatement(taking: Taking, statement: ImportStatement, offset: number): Refusal[] {
  const { source, assignment, acting, links } = taking;
  const late = statement.specifiers.filter(({ form }) => form === 'named');
  if (late.length === 0) return [];
  const takers = assignment.parts.flatMap((_, part) => (takes(taking, part, statement) ? [part] : []));
  const readers = late.some(({ local }) => staysImported(links, local)) ? [FACADE, ...takers] : takers;
  const above = replacedAbove(taking, readers, offset);
  const behind = takers.length === 0 ? undefined : replacedBehind(taking, readers, offset);
  const actor = acting.find(({ index }) => takers.some((part) => part !== assignment.home[index]));
  const loaded = above ?? behind;
  if (loaded === undefined && actor === undefined) return [];
  const cause = loaded === undefined ? `\`${actor!.unit.id}\` is evaluated` : `'${loaded.from}' is loaded`;
  const side = above === undefined ? 'only after' : 'before';
  const why = `\`${late[0]!.local}\` would be read from '${statement.from}' ${side} ${cause}, which may replace it`;
  const isUser = ({ unit, index }: Piece): boolean =>
    assignment.home[index] !== FACADE && unit.uses.some(({ name }) => late.some(({ local }) => local === name));
  const place = source.pieces.find(isUser)?.unit.body ?? statement;
  return [refuse(source, 'J87', place, why, 'Keep what uses the name in the facade.')];
}

/** What stood above and leaves is loaded only with the part that takes it. */
const replacedAbove = (taking: Taking, readers: readonly number[], offset: number): ImportStatement | undefined =>
  taking.source.module.imports
    .slice(0, offset)
    .find(
      (one) => !stays(taking, one) && readers.some((module) => !takes(taking, module, one)) && taking.replaces(one),
    );

/** Where one part alone takes both, it takes them in the order that they had. */
function replacedBehind(taking: Taking, readers: readonly number[], offset: number): ImportStatement | undefined {
  const { source, assignment, replaces } = taking;
  const together = (one: ImportStatement): boolean =>
    readers.length === 1 &&
    !stays(taking, one) &&
    assignment.parts.every((_, part) => takes(taking, part, one) === (part === readers[0]));
  return source.module.imports.slice(offset + 1).find((one) => !together(one) && replaces(one));
}
