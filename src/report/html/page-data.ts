import type { BudgetResult } from '../../../analyzers/budget/index.ts';
import type { Composition } from '../../../analyzers/composition/composition.ts';
import { packageFinder } from '../../../analyzers/hotspots/group-files.ts';
import type { Hotspot, HotspotReport } from '../../../analyzers/hotspots/index.ts';
import type { Finding } from '../../core/finding.ts';
import type { View } from '../../workspace/view.ts';
import type { PageBudget, PageData, PageFile, PageFunction, PageModule } from './page/data.ts';

export interface PageInput {
  readonly name: string;
  readonly view: View;
  readonly composition: Composition;
  readonly budget: BudgetResult;
  /** All entries, by file and by function. */
  readonly files: HotspotReport;
  readonly functions: HotspotReport;
}

/** Pairs beyond these say little, and the page has to open at once. */
const MOST_PAIRS = 300;
const MOST_FINDINGS = 200;

/** What the page shows, in the order of the view. */
export function pageData({ name, view, composition, budget, files, functions }: PageInput): PageData {
  const { history, totals } = files;
  const inFiles = new Map<string, Hotspot[]>();
  for (const entry of functions.entries) {
    const inFile = inFiles.get(entry.path);
    if (inFile) inFile.push(entry);
    else inFiles.set(entry.path, [entry]);
  }
  const over = new Set(budget.findings.filter(({ severity }) => severity === 'error').map(({ place }) => place.path));
  const ownerOf = packageFinder(view.manifests);
  const pageFiles = files.entries.map((entry): PageFile => {
    const { name: crate, dir } = ownerOf(entry.path, entry.language);
    return { ...fileOf(entry, inFiles.get(entry.path) ?? []), crate, dir, over: over.has(entry.path) };
  });
  return {
    name,
    today: view.today,
    head: history.used ? { id: history.head.slice(0, 10), day: history.headDate.slice(0, 10) } : null,
    noHistory: history.used ? null : history.reason,
    totals: {
      files: totals.read,
      lines: totals.lines,
      functions: totals.functions,
      crates: new Set(pageFiles.map(({ crate, dir }) => `${crate}\0${dir}`)).size,
    },
    files: pageFiles,
    coupling: (files.coupling ?? [])
      .slice(0, MOST_PAIRS)
      .map(({ a, b, degree, shared, across }) => ({ a, b, degree, shared, across: across !== null })),
    modules: splicedModules(composition, files.entries),
    budget: budgetOf(view, budget),
  };
}

function fileOf(entry: Hotspot, functions: readonly Hotspot[]): Omit<PageFile, 'crate' | 'dir' | 'over'> {
  const { path, rank, score, lines, cognitive, churn, ownership } = entry;
  return {
    path,
    rank,
    score: Math.round(score * 100) / 100,
    lines,
    cognitive,
    revisions: churn?.revisions ?? null,
    age: churn?.age ?? null,
    owner: ownership?.mainAuthor ?? null,
    trend: churn?.trend ?? [],
    functions: functions.map(
      (one): PageFunction => [one.symbol ?? '', one.line ?? 0, one.lines, one.cognitive, one.churn?.revisions ?? -1],
    ),
  };
}

function splicedModules({ modules }: Composition, files: readonly Hotspot[]): PageModule[] {
  const lines = new Map(files.map((file) => [file.path, file.lines]));
  return modules
    .filter(({ fragments }) => fragments.length > 0)
    .map(({ id, file, fragments }) => ({
      id,
      files: [file, ...fragments].map((path) => ({ path, lines: lines.get(path) ?? 0 })),
    }));
}

const budgetOf = ({ config }: View, { rules, findings }: BudgetResult): PageBudget => ({
  rules,
  findings: findings.slice(0, MOST_FINDINGS).map(({ rule, severity, place, what, owner, command }) => ({
    rule,
    severity,
    place: placeOf(place),
    what,
    owner: owner ?? null,
    command: command ?? null,
  })),
  exceptions: config.budget.exceptions.map(({ rule, path, symbol, value, owner, expires, reason }) => ({
    rule,
    place: symbol === null ? path : `${path} ${symbol}`,
    value,
    owner,
    expires,
    reason,
  })),
});

const placeOf = ({ path, line }: Finding['place']): string => (line === undefined ? path : `${path}:${line}`);
