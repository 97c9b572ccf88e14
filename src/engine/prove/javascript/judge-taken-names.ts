import { isBuiltinModule } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { moduleTouch } from '../../../../analyzers/readings/javascript/module-touch.ts';
import type { Modules } from '../../../../analyzers/readings/javascript/open-modules.ts';
import { unitTouches, WORLD } from '../../../../analyzers/readings/javascript/unit-touches.ts';
import { moduleLoading } from '../../../languages/javascript/module-loading.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import type { LoadSide } from './load-timeline.ts';
import type { EsModule } from './read-es-module.ts';

/** What happens while a module is loaded, in order: `load` a module outside, `read` a name of one, `run` a statement. */
interface Step {
  readonly kind: 'load' | 'read' | 'run';
  readonly what: string;
}

/**
 * `const { a } = require('./x')` reads a property. What may replace it must not come between where it did not. A package that is loaded for
 * its names is taken not to replace those of others.
 */
export function judgeTakenNames(before: View, family: Family, first: LoadSide, second: LoadSide): string | null {
  for (const entry of family.before) {
    const old = stepsOf(first, entry.path);
    const now = stepsOf(second, entry.path);
    const changers = new Set([...replacing(before, first.modules, family, old), ...actingIn(before, entry, first)]);
    const earlier = relation(old, changers);
    for (const [read, behind] of relation(now, changers)) {
      const known = earlier.get(read) ?? [];
      if (behind.every((one) => known.includes(one))) continue;
      return `${describeRead(read)} is read at a different time, and what was loaded in between may have replaced it`;
    }
  }
  return null;
}

const describeRead = (read: string): string => {
  const [name, module] = read.split('\u0000') as [string, string];
  return `\`${name}\` of ${module}`;
};

/** Read -> for each time, what of the changers had happened. */
function relation(steps: readonly Step[], changers: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const done = new Set<string>();
  for (const { kind, what } of steps) {
    if (kind === 'read') found.set(what, [...new Set([...(found.get(what) ?? []), [...done].sort().join('\u0001')])]);
    else if (changers.has(what)) done.add(what);
  }
  return found;
}

function stepsOf(side: LoadSide, entry: string): Step[] {
  const steps: Step[] = [];
  const seen = new Set<string>();
  const load = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const module = side.set.modules.get(path);
    if (module === undefined) {
      for (const next of side.modules.requests(path, 'kept')) load(next);
      steps.push({ kind: 'load', what: path });
      return;
    }
    for (const request of module.requests) {
      load(request.module);
      steps.push(...readsBehind(side, module, request));
    }
    for (const statement of module.statements) steps.push({ kind: 'run', what: side.set.label(module, statement) });
  };
  load(entry);
  return steps;
}

/** The names that a `require` takes once its module is there. */
function readsBehind({ set }: LoadSide, esModule: EsModule, { module, node }: EsModule['requests'][number]): Step[] {
  if (set.modules.has(module)) return [];
  const required = esModule.common?.requires.find((one) => one.node === node);
  return (required?.names ?? [])
    .filter(({ local, other }) => other !== '*' && isUsed(esModule, local))
    .map(({ other }) => ({ kind: 'read', what: `${other}\u0000${module}` }));
}

const isUsed = ({ names }: EsModule, local: string): boolean => names.free.some(({ name }) => name === local);

/** Modules outside that may replace what others export. */
function replacing(view: View, modules: Modules, { before }: Family, steps: readonly Step[]): string[] {
  const folders = new Set(view.files.map(({ path }) => path.split('/')[0]!));
  const isPackage = (path: string): boolean =>
    modules.loading(path) === null && !/^\.|\.[cm]?[jt]sx?$/.test(path) && !folders.has(path.split('/')[0]!);
  const bare = new Set(
    before.flatMap(({ requests }) => requests.filter((one) => one.bare).map(({ module }) => module)),
  );
  return steps
    .filter(({ kind }) => kind === 'load')
    .map(({ what }) => what)
    .filter((path) => {
      if (isBuiltinModule(path)) return false;
      return isPackage(path) ? bare.has(path) : moduleTouch(modules, path, 'all') === 'changes';
    });
}

/** Statements of the module itself that may change the world around it. */
function actingIn(before: View, old: EsModule, { set, modules }: LoadSide): string[] {
  const loading = before.facts(old.path, moduleLoading);
  if (loading.status === 'failed') return [];
  const touches = unitTouches(modules, old.path, loading.value, 'all');
  const ranges = [...old.outline.units].sort((a, b) => a.start - b.start);
  return old.statements
    .filter((node) => {
      const index = ranges.findIndex(
        ({ start, end }) => start <= old.syntax.start[node]! && old.syntax.end[node]! <= end,
      );
      const unit = loading.value.units[index];
      const acts = unit?.effect === 'acts' || (touches[index]?.changes === true && touches[index].roots.has(WORLD));
      return unit?.evaluated && acts;
    })
    .map((node) => set.label(old, node));
}
