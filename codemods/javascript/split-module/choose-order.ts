import type { Refusal } from '../../../src/core/refusal.ts';
import { loadOrder, type OrderRule, orderRules } from '../../../src/languages/javascript/load-order.ts';
import { readLoadUnits } from '../../../src/languages/javascript/load-units.ts';
import { type Assignment, FACADE } from './assign.ts';
import { facadeLoads, type Links } from './module-links.ts';
import { refuse, type Source } from './source.ts';

/** How the facade loads its parts. */
export interface LoadPlan {
  readonly order: readonly number[];
  /** Part -> whether the facade names it, only loads it, or leaves that to other parts. */
  readonly loaded: readonly ('names' | 'bare' | 'no')[];
}

/**
 * In which order the facade loads its parts, so that everything is evaluated when it is needed and what acts keeps its order. Where modules
 * need one another later, the module that is entered first is evaluated last; so several orders are tried, by loading them on paper.
 */
export function chooseOrder(source: Source, { parts, home }: Assignment, links: Links): LoadPlan | Refusal {
  const units = readLoadUnits(source.syntax, source.outline, source.names);
  const rules = orderRules(units).filter(({ first, then }) => home[first] !== home[then]);
  const natural = parts.map((_, index) => index);
  const sorted = sortByRules(natural, rules, home);
  const candidates = [
    sorted,
    [...sorted].reverse(),
    ...sorted.map((one) => [one, ...sorted.filter((other) => other !== one)]),
  ];
  const loaded = parts.map(({ pieces }, part) =>
    facadeLoads(
      links,
      part,
      pieces.some(({ index }) => units[index]!.effect !== 'none'),
    ),
  );
  const requests = (module: number, order: readonly number[]): readonly number[] => {
    if (module === FACADE) return order.filter((part) => loaded[part] !== 'no');
    const own = links.needs.get(module)!.own;
    return order.filter((part) => [...(own.get(part)?.values() ?? [])].some((value) => value));
  };
  let worst: OrderRule | null = null;
  for (const order of candidates) {
    const broken = firstBroken(rules, home, (module) => requests(module, order));
    if (broken === null) return { order, loaded };
    worst ??= broken;
  }
  return explain(source, worst!);
}

/** Parts that others need first; in the plan's order where nothing speaks. */
function sortByRules(parts: readonly number[], rules: readonly OrderRule[], home: readonly number[]): number[] {
  const before = new Map<number, Set<number>>();
  for (const { first, then } of rules) {
    const set = before.get(home[then]!) ?? new Set<number>();
    set.add(home[first]!);
    before.set(home[then]!, set);
  }
  const left = [...parts];
  const sorted: number[] = [];
  while (left.length > 0) {
    const at = left.findIndex(
      (part) => ![...(before.get(part) ?? [])].some((one) => one !== part && left.includes(one)),
    );
    sorted.push(...left.splice(Math.max(at, 0), 1));
  }
  return sorted;
}

function firstBroken(
  rules: readonly OrderRule[],
  home: readonly number[],
  requests: (module: number) => readonly number[],
): OrderRule | null {
  const place = new Map(loadOrder(FACADE, requests).map((module, at) => [module, at]));
  return rules.find(({ first, then }) => place.get(home[first]!)! > place.get(home[then]!)!) ?? null;
}

function explain(source: Source, { first, then, why }: OrderRule): Refusal {
  const before = source.pieces[first]!.unit;
  const { id, body } = source.pieces[then]!.unit;
  const at = { start: body.start, end: body.end };
  if (why === 'needs')
    return refuse(
      source,
      'J16',
      at,
      `\`${id}\` needs \`${before.id}\` while it is loaded, and their modules would need each other`,
      'Put both into one module.',
    );
  const reason =
    why === 'acts' ? 'both act while the module is loaded' : 'both reach the same state while the module is loaded';
  return refuse(
    source,
    'J1',
    at,
    `\`${id}\` would run before \`${before.id}\`, and ${reason}`,
    'Put both into one module, or keep both.',
  );
}
