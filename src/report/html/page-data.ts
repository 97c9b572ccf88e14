import { quoted } from '../../../analyzers/budget/command-line.ts';
import type { BudgetResult } from '../../../analyzers/budget/index.ts';
import type { Composition } from '../../../analyzers/composition/composition.ts';
import { packageFinder } from '../../../analyzers/hotspots/group-files.ts';
import type { Hotspot, HotspotReport } from '../../../analyzers/hotspots/index.ts';
import type { Finding } from '../../core/finding.ts';
import type { View } from '../../workspace/view.ts';
import { headline } from './headline.ts';
import type { PageBudget, PageData, PageFile, PageFunction, PageModule, PageOver, PageReceipt } from './page/data.ts';

export interface PageInput {
  readonly name: string;
  readonly view: View;
  readonly composition: Composition;
  readonly budget: BudgetResult;
  /** All entries, by file and by function. */
  readonly files: HotspotReport;
  readonly functions: HotspotReport;
  /** A template with `{path}` and `{line}`; null where it is not known. */
  readonly url: string | null;
  /** What is known of the past beside the history of commits. */
  readonly over: PageOver | null;
  readonly receipts: readonly PageReceipt[];
}

/** Pairs beyond these say little, and the page has to open at once. */
const MOST_PAIRS = 300;
const MOST_FINDINGS = 200;

/** What the page shows, in the order of the view. */
export function pageData(input: PageInput): PageData {
  const { name, view, composition, budget, files, functions, url, over: overTime, receipts } = input;
  const { history, totals } = files;
  const inFiles = new Map<string, Hotspot[]>();
  for (const entry of functions.entries) {
    const inFile = inFiles.get(entry.path);
    if (inFile) inFile.push(entry);
    else inFiles.set(entry.path, [entry]);
  }
  const over = new Set(budget.findings.filter(({ severity }) => severity === 'error').map(({ place }) => place.path));
  // The first finding of a file is its worst rule's; what it says to type is the next step.
  const commands = new Map(
    [...budget.findings]
      .reverse()
      .flatMap(({ place, command }) => (command === undefined ? [] : [[place.path, command]])),
  );
  const ownerOf = packageFinder(view.manifests);
  const pageFiles = files.entries.map((entry): PageFile => {
    const { name: crate, dir } = ownerOf(entry.path, entry.language);
    const command = commands.get(entry.path) ?? `omni-refactor hotspots --explain ${quoted(entry.path)}`;
    return { ...fileOf(entry, inFiles.get(entry.path) ?? []), crate, dir, over: over.has(entry.path), command };
  });
  return {
    name,
    today: view.today,
    head: history.used ? { id: history.head.slice(0, 10), day: history.headDate.slice(0, 10) } : null,
    headline: headline(pageFiles),
    url,
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
    over: overTime,
    receipts,
  };
}

/** By where it lies and what it is called, as the languages' own tools find tests. */
const TEST =
  /(?:^|\/)(?:tests?|__tests__|spec)\/|(?:^|\/)(?:test_[^/]*|[^/]*_tests?|conftest|tests)\.[a-z]+$|\.(?:test|spec)\.[a-z]+$/;

function fileOf(entry: Hotspot, functions: readonly Hotspot[]): Omit<PageFile, 'crate' | 'dir' | 'over' | 'command'> {
  const { path, language, rank, score, lines, cognitive, churn, ownership } = entry;
  return {
    path,
    language,
    isTest: TEST.test(path),
    rank,
    score: Math.round(score * 100) / 100,
    lines,
    cognitive,
    revisions: churn?.revisions ?? null,
    age: churn?.age ?? null,
    owner: ownership?.mainAuthor ?? null,
    authors: churn?.authors ?? null,
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
