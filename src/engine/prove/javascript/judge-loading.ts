import { loadOrder, orderRules } from '../../../languages/javascript/load-order.ts';
import { readLoadUnits } from '../../../languages/javascript/load-units.ts';
import type { Family } from './families.ts';
import type { ModuleSet } from './follow-name.ts';
import type { EsModule } from './read-es-module.ts';

/** Is everything evaluated when it is needed, and does what acts keep its order? By the imports as they stand, loaded on paper. */
export function judgeLoading(family: Family, first: ModuleSet, second: ModuleSet): string | null {
  for (const old of family.before) {
    const why = judgeRequests(family, old) ?? judgeOrder(family, old, first, second);
    if (why !== null) return why;
  }
  return null;
}

function judgeRequests(family: Family, old: EsModule): string | null {
  const now = family.after.find(({ path }) => path === old.path)!;
  const inside = (module: string): boolean => family.after.some(({ path }) => path === module);
  const bare = old.requests.filter((one) => one.bare && !inside(one.module));
  const firstPart = now.requests.findIndex(({ module }) => inside(module));
  for (const { module } of bare) {
    const at = now.requests.findIndex((one) => one.bare && one.module === module);
    if (at === -1) return `${old.path} does not load ${module} any more`;
    if (firstPart !== -1 && at > firstPart) return `${old.path} loads ${module} only behind its parts`;
  }
  if (family.before.length > 1) return null;
  const were = new Set(old.requests.map(({ module }) => module));
  const are = new Set(family.after.flatMap(({ requests }) => requests.map(({ module }) => module)));
  const gone = [...were].find((module) => !are.has(module) && !inside(module));
  if (gone !== undefined) return `nothing loads ${gone} any more`;
  const fresh = [...are].find((module) => !were.has(module) && !inside(module));
  return fresh === undefined ? null : `${fresh} is loaded, and was not`;
}

function judgeOrder(family: Family, old: EsModule, first: ModuleSet, second: ModuleSet): string | null {
  const modules = new Map(family.after.map((module) => [module.path, module]));
  const order = loadOrder(old.path, (path) =>
    (modules.get(path)?.requests ?? []).map(({ module }) => module).filter((one) => modules.has(one)),
  );
  const places = new Map<string, number>();
  for (const module of family.after) {
    const at = order.indexOf(module.path);
    module.statements.forEach((statement, i) => {
      if (at !== -1) places.set(second.label(module, statement), at * 1e6 + i);
    });
  }
  const units = [...old.outline.units].sort((a, b) => a.start - b.start);
  const loads = readLoadUnits(old.syntax, old.outline, old.names);
  const placeOf = units.map(({ start, end }) => {
    const statement = old.statements.find((node) => old.syntax.start[node]! >= start && old.syntax.end[node]! <= end);
    return statement === undefined ? null : (places.get(first.label(old, statement)) ?? -1);
  });
  const unloaded = units.findIndex((_, i) => placeOf[i] === -1 && loads[i]!.effect !== 'none');
  if (unloaded !== -1) return `\`${units[unloaded]!.id}\` is not loaded any more with ${old.path}`;
  for (const rule of orderRules(loads)) {
    const before = placeOf[rule.first];
    const after = placeOf[rule.then];
    if (before === null || after === null || before === undefined || after === undefined || before < 0 || after < 0)
      continue;
    if (before < after) continue;
    const [a, b] = [units[rule.first]!.id, units[rule.then]!.id];
    return rule.why === 'needs'
      ? `\`${b}\` is evaluated before \`${a}\`, which it needs`
      : `\`${b}\` runs before \`${a}\`, and both act while the module is loaded`;
  }
  return null;
}
