import { atomsOf } from '../../analyzers/modules/atoms.ts';
import { wordsOf } from '../../analyzers/modules/name-words.ts';
import { planModules } from '../../analyzers/modules/plan-modules.ts';
import { type ReferenceGraph, referenceGraph } from '../../analyzers/modules/reference-graph.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { Outline } from '../../src/core/unit.ts';
import { type HumanCase, type Item, itemsOf, outlineOf } from './human-case.ts';
import { type Agreement, agreement } from './score.ts';

export interface CaseResult {
  readonly case: HumanCase;
  readonly atoms: number;
  readonly groups: { readonly truth: number; readonly own: number };
  readonly given: Agreement;
  readonly own: Agreement;
  /** Equal contiguous cuts of the same items into the true number of groups. */
  readonly chunks: Agreement;
  /** Of the maintainer's modules that could be paired: how many names share a word. */
  readonly names: { readonly hits: number; readonly pairs: number };
  /** References between units of different files, of the planner's own plan and of equal-sized chunks in source order. */
  readonly cut: { readonly plan: number; readonly chunks: number };
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
  const given = planModules(outline, text, { ...options, groups: count });
  const before = performance.now();
  const own = planModules(outline, text, options);
  const milliseconds = performance.now() - before;
  return {
    case: one,
    atoms: atomsOf(outline, text, NO_LIMIT).atoms.length,
    groups: { truth: count, own: new Set(placesOf(own, items)).size },
    given: agreement(truth, placesOf(given, items)),
    own: agreement(truth, placesOf(own, items)),
    chunks: agreement(truth, equalChunks(items, count)),
    names: nameHits(given, items),
    cut: cutReferences(own, outline),
    unmatched: unmatched.length,
    milliseconds,
  };
}

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
    const stem = group
      .split('/')
      .pop()!
      .replace(/\.\w+$/, '');
    const theirs = new Set((/^(mod|__init__)$/.test(stem) ? group.split('/').at(-2)! : stem).split('_').map(singular));
    if (wordsOf(place).some((word) => theirs.has(singular(word)))) hits += 1;
  }
  return { hits, pairs };
}

const singular = (word: string): string => word.toLowerCase().replace(/(?<=..)s$/, '');

function cutReferences(plan: Plan, outline: Outline): { plan: number; chunks: number } {
  const graph = referenceGraph(outline);
  const place = new Map(plan.modules.flatMap(({ name, units }) => units.map((unit): [string, string] => [unit, name])));
  const counted = graph.units
    .map((unit) => unit.defines.length > 0 || unit.kind === 'impl')
    .map((defines, i) => defines && !/^(use|import|future-import|type-checking)$/.test(graph.units[i]!.kind));
  const planned = graph.units.map((unit) => place.get(unit.id) ?? FACADE);
  const files = new Set(planned.filter((_, i) => counted[i])).size;
  const total = graph.units.reduce((sum, unit, i) => sum + (counted[i] ? unit.lines : 0), 0);
  let lines = 0;
  const chunked = graph.units.map((unit, i) => {
    const chunk = Math.min(files - 1, Math.floor((lines * files) / Math.max(1, total)));
    if (counted[i]) lines += unit.lines;
    return String(chunk);
  });
  return { plan: cutBetween(graph, planned, counted), chunks: cutBetween(graph, chunked, counted) };
}

const cutBetween = (graph: ReferenceGraph, labels: readonly string[], counted: readonly boolean[]): number =>
  graph.references.filter(({ from, to }) => counted[from] && counted[to] && labels[from] !== labels[to]).length;
