import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { pythonBridge } from '../../../analyzers/bridge/python/python-bridge-fact.ts';
import { rustBridge } from '../../../analyzers/bridge/rust/rust-bridge-fact.ts';
import { type BudgetResult, budget } from '../../../analyzers/budget/index.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { composition as compositionAnalyzer } from '../../../analyzers/composition/index.ts';
import { hotspots } from '../../../analyzers/hotspots/index.ts';
import { map } from '../../../analyzers/map/index.ts';
import { unitsOf } from '../../../analyzers/map/reach.ts';
import { withHistoryOwners } from '../../../analyzers/map/with-history-owners.ts';
import { DEFAULT_LIMIT } from '../../core/plan.ts';
import { appliedSizes } from '../../engine/apply/applied-sizes.ts';
import { type NamedPaths, namedPaths } from '../../engine/named-paths.ts';
import { packageFile } from '../../engine/own-package.ts';
import { planningOf } from '../../engine/planning-of.ts';
import { stateFolderOf } from '../../engine/state/state-folder.ts';
import { linesByMonth } from '../../git/lines-by-month.ts';
import { openRepository, type Repository } from '../../git/open-repository.ts';
import { grammarOf, SOURCE_PATTERNS } from '../../languages/language.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { changeJson } from '../../report/change/json.ts';
import { forgeUrl } from '../../report/html/forge-url.ts';
import { overTrend } from '../../report/html/over-trend.ts';
import type { PageReceipt } from '../../report/html/page/data.ts';
import { pageData } from '../../report/html/page-data.ts';
import { PAGE_MODULES, renderPage } from '../../report/html/render-page.ts';
import { sanitize } from '../../report/sanitize.ts';
import { matcherOf } from '../../workspace/compile-glob.ts';
import type { View } from '../../workspace/view.ts';
import { unreadSources, warnUnread } from '../exit-after-reading.ts';
import { type Io, remark } from '../io.ts';
import { writeNamed } from '../named-files.ts';
import { addCommonOptions, type CommonOptions, PATHS_HELP } from '../options.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

interface ReportOptions extends CommonOptions {
  readonly out: string;
  readonly since?: string;
  readonly url?: string;
}

export function addReport(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('report')
      .argument('[paths...]', PATHS_HELP)
      .description(
        'write one HTML page: a map of the code by lines and heat, with trend, coupling, include! and budget',
      )
      .option('-o, --out <file>', 'where to write it', 'omni-refactor.html')
      .option('--since <when>', 'count history since a revision, an ISO date, or a duration before HEAD')
      .option(
        '--url <template>',
        'where files can be read, with {path} and {line} (default: guessed from the remote `origin`, where its forge is known)',
        webAddress,
      )
      .addHelpText('after', EXAMPLES),
  ).action((paths: readonly string[], options: ReportOptions) => run(() => write(io, options, paths)));
}

function write(io: Io, options: ReportOptions, paths: readonly string[]) {
  const history = { ...(options.since === undefined ? {} : { since: options.since }), lines: true };
  return withView(
    io,
    options,
    { facts: [metricsFact, rustComposition, rustBridge, pythonBridge], history },
    async (view, root) => {
      const { repository } = await openRepository(root, io.signal);
      const url = options.url ?? guessedUrl(repository);
      const only = namedPaths(view, root, io.cwd, paths);
      const composition = compositionAnalyzer.run(view);
      const ranked = (by: 'file' | 'function') =>
        hotspots.run(view, {
          composition,
          lang: null,
          ...(paths.length === 0 ? {} : { only }),
          by,
          sort: 'path',
          top: null,
        });
      const data = pageData({
        name: basename(root),
        view,
        composition,
        budget: narrowed(budget.run(view, { composition, planning: planningOf }), only),
        url,
        files: ranked('file'),
        functions: ranked('function'),
        over: await overTime(repository, view, only, io.signal),
        receipts: await receiptsOf(io, root),
      });
      writeNamed(
        io,
        options.out,
        renderPage(data, PAGE_MODULES.map(readModule), unitsOf(withHistoryOwners(view, map.run(view)))),
      );
      if (options.json) io.stdout.write(changeJson(null, [options.out]));
      remark(io, `wrote ${sanitize(options.out)}\n`);
      return warnUnread(
        io,
        unreadSources(view).filter(({ path }) => only.isNamed(path)),
      );
    },
  );
}

/** Throws InvalidArgumentError for what no browser would follow. */
function webAddress(text: string): string {
  if (/^https?:\/\/.*\{path\}/.test(text)) return text;
  throw new InvalidArgumentError(
    'It must be an address with {path}, such as https://example.org/blob/main/{path}#L{line}.',
  );
}

function guessedUrl(repository: Repository | null): string | null {
  const remote = repository?.settings.get('remote.origin.url');
  return remote === undefined || !repository?.head ? null : forgeUrl(remote, repository.head, repository.prefix);
}

/** Files over the ceiling of lines, or where none is set over what a plan aims at, month by month. */
async function overTime(repository: Repository | null, view: View, only: NamedPaths, signal: AbortSignal) {
  if (repository === null) return null;
  const isExcluded = matcherOf(view.config.exclude);
  return overTrend(
    await linesByMonth(repository, SOURCE_PATTERNS, signal),
    view.config.budget.fileLines ?? DEFAULT_LIMIT,
    (path) => grammarOf(path) !== null && !isExcluded(path) && only.isNamed(path),
  );
}

const MOST_RECEIPTS = 10;

async function receiptsOf(io: Io, root: string): Promise<PageReceipt[]> {
  const applied = await appliedSizes(await stateFolderOf(root, io.env), MOST_RECEIPTS);
  return applied.map(({ receipt, files }) => ({
    id: receipt.id,
    day: receipt.appliedAt.slice(0, 10),
    outcome: receipt.outcome === 'proven' ? `proven by ${receipt.asked.join('+')}` : 'no proof was asked for',
    files,
  }));
}

/** What of a budget concerns the files that were named. */
const narrowed = (result: BudgetResult, { isNamed }: NamedPaths): BudgetResult => ({
  ...result,
  findings: result.findings.filter(({ place }) => isNamed(place.path)),
});

/** The page's program is compiled with the browser's types: run from source, the last build's is taken. */
const readModule = (name: string): string => packageFile(`dist/src/report/html/page/${name}.js`);

const EXAMPLES = `
Examples:
  $ omni-refactor report -o hotspots.html
  $ omni-refactor report crates/engine 'src/**/*.py' --since 1y

The page is self-contained: it works offline, in light and dark, with the keyboard, and on paper.`;
