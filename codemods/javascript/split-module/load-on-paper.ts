import type { ImportMode } from '../../../analyzers/readings/javascript/compiler-settings.ts';
import { languageChangers } from '../../../analyzers/readings/javascript/language-changers.ts';
import { type ModuleTouch, moduleTouch } from '../../../analyzers/readings/javascript/module-touch.ts';
import type { Modules } from '../../../analyzers/readings/javascript/open-modules.ts';
import type { Sight } from '../../../analyzers/readings/javascript/unit-touches.ts';
import { loadOrder } from '../../../src/languages/javascript/load-order.ts';
import type { LinkRequest } from '../../../src/languages/javascript/read-links.ts';
import { FACADE } from './assign.ts';
import { type Links, staysImported } from './module-links.ts';
import type { OrderRule, OrderRules } from './order-rules.ts';
import { formOf } from './print-imports.ts';
import type { ImportStatement } from './read-module.ts';
import type { Source } from './source.ts';

/** What a divided module would be, as far as its loading goes. */
export interface Paper {
  readonly source: Source;
  readonly modules: Modules;
  readonly links: Links;
  /** Piece -> its part, or FACADE. */
  readonly home: readonly number[];
  readonly loaded: readonly ('names' | 'bare' | 'no')[];
  /** Where the barrel's lines stand: imports above it are evaluated before the parts. */
  readonly barrelAt: number;
}

/** One way to load it. */
export interface Loading {
  readonly order: readonly number[];
  /** Offsets of imports that the facade repeats without names, so that their modules keep their turn. */
  readonly repeated: readonly number[];
}

/** What would come too early, and what it would come before. */
export type Broken =
  | { readonly kind: 'units'; readonly rule: OrderRule }
  | { readonly kind: 'modules'; readonly module: string }
  | { readonly kind: 'mixed'; readonly module: string; readonly unit: number };

type Key = number | string;

/** The first thing that is loaded out of turn, or null. */
export function firstBroken(
  paper: Paper,
  { rules, world, asksLanguage }: OrderRules,
  loading: Loading,
  mode: ImportMode,
  sight: Sight,
): Broken | null {
  const before = placesOf(
    loadOrder<Key>(FACADE, (key) => (key === FACADE ? requestsBefore(paper, mode) : outside(paper, key, mode, sight))),
  );
  const after = placesOf(
    loadOrder<Key>(FACADE, (key) =>
      typeof key === 'number' ? requestsOf(paper, key, loading, mode) : outside(paper, key, mode, sight),
    ),
  );
  const rule = rules.find(({ first, then }) => after.get(paper.home[first]!)! > after.get(paper.home[then]!)!);
  if (rule) return { kind: 'units', rule };
  const turns: Turns = { before, after, others: [...before.keys()].filter((key) => typeof key === 'string') };
  const stranger =
    [...after.keys()].find((key) => typeof key === 'string' && !before.has(key)) ??
    turns.others.find((key) => !after.has(key));
  if (stranger !== undefined) return { kind: 'modules', module: String(stranger) };
  return brokenOthers(paper, turns, sight) ?? brokenMixed(paper, { world, asksLanguage }, turns, sight);
}

interface Turns {
  readonly before: ReadonlyMap<Key, number>;
  readonly after: ReadonlyMap<Key, number>;
  /** Modules outside. */
  readonly others: readonly string[];
}

/** Modules outside, one with the other. */
function brokenOthers({ modules }: Paper, { after, others }: Turns, sight: Sight): Broken | null {
  for (const [i, then] of others.entries())
    for (const first of others.slice(0, i)) {
      if (after.get(first)! < after.get(then)!) continue;
      const touches = [moduleTouch(modules, first, sight), moduleTouch(modules, then, sight)];
      if (touches.includes('changes') && !touches.includes('none')) return { kind: 'modules', module: then };
    }
  return null;
}

/** Modules outside, with the module's own units. */
function brokenMixed(
  { modules, source, home }: Paper,
  { world, asksLanguage }: Pick<OrderRules, 'world' | 'asksLanguage'>,
  { before, after, others }: Turns,
  sight: Sight,
): Broken | null {
  const changesLanguage = languageChangers(modules, [source.path, ...others], sight);
  for (const [unit, deals] of world.entries()) {
    if (deals === 'no' && !asksLanguage[unit]) continue;
    const [was, is] = [before.get(FACADE)!, after.get(home[unit]!)!];
    for (const module of others) {
      if (after.get(module)! < is === before.get(module)! < was) continue;
      if (meets(deals, moduleTouch(modules, module, sight)) || (asksLanguage[unit] && changesLanguage(module)))
        return { kind: 'mixed', module, unit };
    }
  }
  return null;
}

const meets = (deals: OrderRules['world'][number], touch: ModuleTouch): boolean =>
  (touch === 'changes' && deals !== 'no') || (touch === 'reads' && deals === 'changes');

const placesOf = (order: readonly Key[]): Map<Key, number> => new Map(order.map((key, place) => [key, place]));

function outside({ modules, source }: Paper, key: Key, mode: ImportMode, sight: Sight): readonly Key[] {
  if (sight === 'own') return [];
  return modules.requests(key as string, mode).map((path) => (path === source.path ? FACADE : path));
}

const keepsAll = ({ source }: Paper, mode: ImportMode): boolean => mode === 'kept' || /\.[cm]?jsx?$/.test(source.path);

const targetOf = ({ modules, source }: Paper, { from }: Pick<LinkRequest, 'from'>): Key => {
  const target = modules.target(source.path, from);
  return target === source.path ? FACADE : target;
};

function requestsBefore(paper: Paper, mode: ImportMode): Key[] {
  const all = keepsAll(paper, mode);
  return paper.source.requests
    .filter(({ typeOnly, used }) => !typeOnly && (used || all))
    .map((request) => targetOf(paper, request));
}

function requestsOf(paper: Paper, part: number, loading: Loading, mode: ImportMode): Key[] {
  if (part === FACADE) return facadeRequests(paper, loading, mode);
  const { source, links } = paper;
  const { imported, own } = links.needs.get(part)!;
  const files = source.module.imports.flatMap((statement): Key[] => {
    const kept = statement.specifiers.filter(({ local }) => imported.has(local));
    if (kept.length === 0 || formOf(statement, kept) === 'type') return [];
    const used = kept.some(({ local, typeOnly }) => !typeOnly && imported.get(local) === true);
    return used || keepsAll(paper, mode) ? [targetOf(paper, statement)] : [];
  });
  const takes = (other: number): boolean => [...(own.get(other)?.values() ?? [])].some((value) => value);
  return [...files, ...loading.order.filter(takes), ...(takes(FACADE) ? [FACADE] : [])];
}

function facadeRequests(paper: Paper, { order, repeated }: Loading, mode: ImportMode): Key[] {
  const { source, barrelAt, loaded } = paper;
  const all = keepsAll(paper, mode);
  const requested = source.requests.map((request) => {
    const start = source.syntax.start[request.node]!;
    const statement = source.module.imports.find((one) => one.start === start);
    const loads = !request.typeOnly && (statement ? facadeLoads(paper, statement, all, request) : request.used || all);
    return { start, keys: repeated.includes(start) || loads ? [targetOf(paper, request)] : [] };
  });
  const above = requested.filter(({ start }) => start < barrelAt);
  const below = requested.filter(({ start }) => start >= barrelAt);
  const parts = order.filter((part) => loaded[part] !== 'no');
  return [...above.flatMap(({ keys }) => keys), ...parts, ...below.flatMap(({ keys }) => keys)];
}

/** Does what stays of an import still load its module. */
function facadeLoads({ links }: Paper, statement: ImportStatement, all: boolean, { bare, used }: LinkRequest): boolean {
  if (bare) return true;
  const kept = statement.specifiers.filter(({ local }) => staysImported(links, local));
  if (kept.length === 0) return statement.specifiers.length === 0 && (used || all);
  if (kept.length < statement.specifiers.length && formOf(statement, kept) === 'type') return false;
  const { imported } = links.needs.get(FACADE)!;
  return all || kept.some(({ local, typeOnly }) => !typeOnly && imported.get(local) === true);
}
