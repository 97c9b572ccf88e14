import { type ImportMode, importModes } from '../../../analyzers/readings/javascript/compiler-settings.ts';
import { openModules } from '../../../analyzers/readings/javascript/open-modules.ts';
import type { Sight } from '../../../analyzers/readings/javascript/unit-touches.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { moduleLoading } from '../../../src/languages/javascript/module-loading.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import { type Broken, firstBroken, type Loading, type Paper } from './load-on-paper.ts';
import { facadeLoads, type Links, staysImported } from './module-links.ts';
import { type OrderRule, type OrderRules, orderRules } from './order-rules.ts';
import { refuseWaiting } from './refuse-waiting.ts';
import { refuse, type Source } from './source.ts';

/** How the facade loads its parts. */
export interface LoadPlan extends Loading {
  /** Part -> whether the facade names it, only loads it, or leaves that to other parts. */
  readonly loaded: readonly ('names' | 'bare' | 'no')[];
}

interface Search {
  readonly paper: Paper;
  readonly rules: OrderRules;
  readonly modes: readonly ImportMode[];
  readonly sight: Sight;
}

/**
 * In which order the facade loads its parts, so that everything is evaluated when it is needed and what can be seen keeps its order. Where
 * modules need one another later, the module that is entered first is evaluated last; so several orders are tried, by loading them on paper:
 * first by what the file alone says, then with all that it imports, then with imports that the facade repeats to keep their turn.
 */
export function chooseOrder(
  view: View,
  source: Source,
  assignment: Assignment,
  links: Links,
  barrelAt: number,
): LoadPlan | Refusal {
  const { parts, home } = assignment;
  const read = view.facts(source.path, moduleLoading);
  if (read.status === 'failed')
    return refuse(source, 'J13', { start: 0, end: 0 }, read.reason, 'Split the file by hand.');
  const modules = openModules(view);
  const modes = importModes(view, source.path);
  let worst: Broken | null = null;
  for (const sight of ['own', 'all'] as const) {
    const all = orderRules(modules, source.path, read.value, sight);
    const rules = { ...all, rules: all.rules.filter(({ first, then }) => home[first] !== home[then]) };
    const loaded = parts.map(({ pieces }, part) =>
      facadeLoads(
        links,
        part,
        pieces.some(({ index }) => all.seen[index]),
      ),
    );
    const paper = { source, modules, links, home, loaded, barrelAt };
    const found = search({ paper, rules, modes, sight }, parts.length);
    if ('order' in found) return refuseWaiting(modules, source, home, all, modes[0]!) ?? { ...found, loaded };
    worst = found;
  }
  return explain(source, worst!);
}

/** That modules come out of turn can be fixed, so the other reason is the one to report. */
const reasonToTell = (first: Broken | null, next: Broken): Broken =>
  first === null || (first.kind === 'units' && next.kind !== 'units') ? next : first;

function search(request: Search, parts: number): Loading | Broken {
  const { rules, home } = { ...request.rules, home: request.paper.home };
  const sorted = sortByRules(
    Array.from({ length: parts }, (_, index) => index),
    rules,
    home,
  );
  // An unusual order only where what the imports do has been looked at.
  const others = [[...sorted].reverse(), ...sorted.map((one) => [one, ...sorted.filter((other) => other !== one)])];
  const candidates = [sorted, ...(request.sight === 'all' ? others : [])];
  let worst: Broken | null = null;
  const late: (readonly number[])[] = [];
  for (const order of candidates) {
    const broken = brokenIn(request, { order, repeated: [] });
    if (broken === null) return { order, repeated: [] };
    if (broken.kind !== 'units') late.push(order);
    worst = reasonToTell(worst, broken);
  }
  if (request.sight === 'all')
    for (const order of late) {
      const found = repeatImports(request, order);
      if (found !== null) return found;
    }
  return worst!;
}

function brokenIn({ paper, rules, modes, sight }: Search, loading: Loading): Broken | null {
  for (const mode of modes) {
    const broken = firstBroken(paper, rules, loading, mode, sight);
    if (broken !== null) return broken;
  }
  return null;
}

/** Imports that left with their names are written again without them, as few as keep every module's turn. */
function repeatImports(request: Search, order: readonly number[]): Loading | null {
  const { source, links } = request.paper;
  const left = source.module.imports
    .filter(({ typeOnly, specifiers }) => !typeOnly && specifiers.length > 0)
    .filter(({ specifiers }) => !specifiers.every(({ local }) => staysImported(links, local) && isUsed(links, local)))
    .map(({ start }) => start);
  for (let count = 1; count <= left.length; count++) {
    let repeated = left.slice(0, count);
    if (brokenIn(request, { order, repeated }) !== null) continue;
    for (const one of repeated) {
      const fewer = repeated.filter((other) => other !== one);
      if (brokenIn(request, { order, repeated: fewer }) === null) repeated = fewer;
    }
    return { order, repeated };
  }
  return null;
}

const isUsed = ({ needs }: Links, local: string): boolean => needs.get(FACADE)!.imported.get(local) === true;

/** Parts that others need come first; the rest keep the plan's order. */
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
    const index = left.findIndex(
      (part) => ![...(before.get(part) ?? [])].some((one) => one !== part && left.includes(one)),
    );
    sorted.push(...left.splice(Math.max(index, 0), 1));
  }
  return sorted;
}

function explain(source: Source, broken: Broken): Refusal {
  if (broken.kind === 'units') return explainRule(source, broken.rule);
  const unit = broken.kind === 'mixed' ? source.pieces[broken.unit]!.unit : null;
  const offset = unit ? { start: unit.body.start, end: unit.body.end } : { start: 0, end: 0 };
  const why =
    unit === null
      ? `${broken.module} would be evaluated in another order among the modules that this one imports`
      : `${broken.module} would be evaluated on the other side of \`${unit.id}\`, which may depend on it`;
  return refuse(
    source,
    'J70',
    offset,
    why,
    'Keep in the facade what has effects while it is loaded, or let one module import both.',
  );
}

function explainRule(source: Source, { first, then, why }: OrderRule): Refusal {
  const before = source.pieces[first]!.unit;
  const { id, body } = source.pieces[then]!.unit;
  const offset = { start: body.start, end: body.end };
  const together = 'Put both into one module, or keep both.';
  if (why === 'needs')
    return refuse(
      source,
      'J16',
      offset,
      `\`${id}\` needs \`${before.id}\` while it is loaded, and their modules would need each other`,
      'Put both into one module.',
    );
  if (why === 'moment') {
    const reason = `\`${id}\` and \`${before.id}\` would run in the opposite order, and one changes what the other reads`;
    return refuse(source, 'J71', offset, reason, together);
  }
  const reason =
    why === 'acts'
      ? 'both have effects while the module is loaded'
      : 'both may reach the same state while the module is loaded';
  return refuse(source, 'J1', offset, `\`${id}\` would run before \`${before.id}\`, and ${reason}`, together);
}
