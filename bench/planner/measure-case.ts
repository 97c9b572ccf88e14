import { referenceGraph } from '../../analyzers/modules/atoms/reference-graph.ts';
import { planModules } from '../../analyzers/modules/plan-modules.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { Outline } from '../../src/core/unit.ts';
import { planningOf } from '../../src/engine/planning-of.ts';
import { type HumanCase, type Item, itemsOf, outlineOf } from './human-case.ts';
import { nameOfPath, sharesWord } from './measure-names.ts';
import { plainLinkage } from './plain-linkage.ts';
import { type Agreement, agreement } from './score.ts';

export interface CaseResult {
  readonly case: HumanCase;
  readonly atoms: number;
  readonly groups: { readonly truth: number; readonly own: number };
  readonly given: Agreement;
  readonly own: Agreement;
  /** Equal contiguous cuts of the same items into the true number of groups. */
  readonly chunks: Agreement;
  /** Plain average linkage, nothing fitted: with the true number of groups, and with the usual number for a file of this length. */
  readonly plain: { readonly given: Agreement; readonly own: Agreement };
  /** Of the maintainer's modules that could be paired: how many names share a word. */
  readonly names: { readonly hits: number; readonly pairs: number };
  /** References between units of different files, of the planner's own plan and of equal-sized chunks: every read, and pairs of units. */
  readonly cut: Readonly<Record<'reads' | 'pairs', { readonly plan: number; readonly chunks: number }>>;
  readonly unmatched: number;
  readonly milliseconds: number;
}

/** No limit on the size of a file: only the subjects are compared. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

export function measureCase(one: HumanCase, text: string): CaseResult {
  const outline = outlineOf(text, one.language);
  const { items, unmatched } = itemsOf(one, outline);
  const truth = items.map(({ group }) => group);
  const count = new Set(truth).size;
  const options = { path: one.oldPath, limit: NO_LIMIT };
  const language = planningOf(outline.language);
  const file = { language, outline, text };
  const given = planModules(file, { ...options, groups: count });
  const before = performance.now();
  const own = planModules(file, options);
  const milliseconds = performance.now() - before;
  return {
    case: one,
    atoms: language.atoms(outline, text, NO_LIMIT, {}).atoms.length,
    groups: { truth: count, own: new Set(placesOf(own, items)).size },
    given: agreement(truth, placesOf(given, items)),
    own: agreement(truth, placesOf(own, items)),
    chunks: agreement(truth, equalChunks(items, count)),
    plain: {
      given: agreement(truth, plainLinkage(outline, items, count)),
      own: agreement(truth, plainLinkage(outline, items, usualCount(text))),
    },
    names: nameHits(given, items),
    cut: cutReferences(own, outline),
    unmatched: unmatched.length,
    milliseconds,
  };
}

/** Three to seven, one more for each thousand lines. */
const usualCount = (text: string): number => Math.min(7, 3 + Math.round(text.split('\n').length / 1000));

const FACADE = 'facade';

function placesOf(plan: Plan, items: readonly Item[]): string[] {
  const place = new Map(plan.modules.flatMap(({ name, units }) => units.map((unit): [string, string] => [unit, name])));
  return items.map(({ unit, holder }) => place.get(unit.id) ?? place.get(holder.id) ?? FACADE);
}

function equalChunks(items: readonly Item[], count: number): string[] {
  const order = [...items.keys()].sort((a, b) => items[a]!.unit.start - items[b]!.unit.start);
  const labels: string[] = [];
  order.forEach((item, i) => {
    labels[item] = String(Math.floor((i * count) / items.length));
  });
  return labels;
}

/** Modules of both sides paired one to one, largest overlap first. */
function nameHits(plan: Plan, items: readonly Item[]): { hits: number; pairs: number } {
  const overlaps = new Map<string, number>();
  placesOf(plan, items).forEach((place, i) => {
    const { group } = items[i]!;
    if (place === FACADE || group === 'stays') return;
    const key = `${group}\n${place}`;
    overlaps.set(key, (overlaps.get(key) ?? 0) + 1);
  });
  const paired = new Set<string>();
  let hits = 0;
  let pairs = 0;
  for (const [key] of [...overlaps].sort((a, b) => b[1] - a[1])) {
    const [group, place] = key.split('\n') as [string, string];
    if (paired.has(`theirs ${group}`) || paired.has(`ours ${place}`)) continue;
    paired.add(`theirs ${group}`).add(`ours ${place}`);
    pairs += 1;
    if (sharesWord(nameOfPath(group), place)) hits += 1;
  }
  return { hits, pairs };
}

const IMPORTS = /^(use|import|future-import|type-checking)$/;

/** Chunks of equal lines in source order, as many as the plan has files; a unit belongs where its middle lies. */
function cutReferences(plan: Plan, outline: Outline): Record<'reads' | 'pairs', { plan: number; chunks: number }> {
  const graph = referenceGraph(outline);
  const place = new Map(plan.modules.flatMap(({ name, units }) => units.map((unit): [string, string] => [unit, name])));
  const counted = graph.units.map(
    (unit) => !IMPORTS.test(unit.kind) && (unit.defines.length > 0 || unit.kind === 'impl'),
  );
  const planned = graph.units.map((unit) => place.get(unit.id) ?? FACADE);
  const files = new Set(planned.filter((_, i) => counted[i])).size;
  const linesOf = (i: number): number => (counted[i] ? graph.units[i]!.lines : 0);
  const total = graph.units.reduce((sum, _, i) => sum + linesOf(i), 0);
  let above = 0;
  const chunked = graph.units.map((_, i) => {
    const chunk = Math.min(files - 1, Math.floor(((above + linesOf(i) / 2) * files) / Math.max(1, total)));
    above += linesOf(i);
    return String(chunk);
  });
  const cut = (labels: readonly string[], weight: (count: number) => number): number =>
    graph.references
      .filter(({ from, to }) => counted[from] && counted[to] && labels[from] !== labels[to])
      .reduce((sum, { count }) => sum + weight(count), 0);
  return {
    reads: { plan: cut(planned, (count) => count), chunks: cut(chunked, (count) => count) },
    pairs: { plan: cut(planned, () => 1), chunks: cut(chunked, () => 1) },
  };
}
