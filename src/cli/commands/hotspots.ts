import { type Command, Option } from 'commander';
import { cognitiveBoundFact } from '../../../analyzers/complexity/bound/cognitive-bound-fact.ts';
import { DIALECT_FACTS } from '../../../analyzers/complexity/dialects/dialect-facts.ts';
import { DIALECT_IDS, type DialectId } from '../../../analyzers/complexity/dialects/table.ts';
import { innerMetricsFact, metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { explainHotspot } from '../../../analyzers/hotspots/explain-hotspot.ts';
import {
  GROUPINGS,
  type Grouping,
  type HotspotReport,
  SORT_KEYS,
  type SortKey,
} from '../../../analyzers/hotspots/index.ts';
import { keptHotspots } from '../../../analyzers/hotspots/kept-hotspots.ts';
import { EXIT, type ExitCode, RefactorError } from '../../core/errors.ts';
import { explainFile } from '../../engine/explain-file.ts';
import { workspacePath } from '../../engine/find-workspace.ts';
import { namedPaths } from '../../engine/named-paths.ts';
import type { OpenedWorkspace } from '../../engine/open-workspace.ts';
import { rankFirst } from '../../engine/rank-first.ts';
import type { Fact } from '../../languages/fact.ts';
import { LANGUAGES, type Language } from '../../languages/language.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { couplingToTerminal } from '../../report/coupling/terminal.ts';
import { explainToJson } from '../../report/explain/json.ts';
import { explainToTerminal } from '../../report/explain/terminal.ts';
import { explainFileToJson } from '../../report/explain-file/json.ts';
import { explainFileToTerminal } from '../../report/explain-file/terminal.ts';
import { hotspotsToCsv } from '../../report/hotspots/csv.ts';
import { hotspotsToJson } from '../../report/hotspots/json.ts';
import { firstHotspotsToTerminal, hotspotsToTerminal } from '../../report/hotspots/terminal.ts';
import { DIALECT_HELP, INNER_HELP } from '../dialect-help.ts';
import { exitAfterReading } from '../exit-after-reading.ts';
import { type Io, wantsColor, widthOf } from '../io.ts';
import {
  addCommonOptions,
  addFormatOption,
  addShardOption,
  type CommonOptions,
  formatOf,
  oneOf,
  PATHS_HELP,
  wholeNumber,
} from '../options.ts';
import { printShard } from '../print-shard.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

interface HotspotsOptions extends CommonOptions {
  readonly lang?: Language;
  readonly top?: number;
  readonly all?: boolean;
  readonly sort: SortKey;
  readonly since?: string;
  readonly by: Grouping;
  readonly explain?: string;
  readonly dialect?: DialectId;
  readonly inner?: boolean;
  readonly coupling?: boolean;
  readonly format?: (typeof FORMATS)[number];
}

const FORMATS = ['terminal', 'json', 'csv'] as const;
const DEFAULT_TOP = 30;
const FACTS = [metricsFact, rustComposition];
const INNER_FACTS = [innerMetricsFact, rustComposition];

export function addHotspots(program: Command, io: Io, run: Run): void {
  const command = addShardOption(
    addCommonOptions(
      program
        .command('hotspots')
        .argument('[paths...]', PATHS_HELP)
        .description(
          'rank files, functions, modules or crates by changes times complexity, with every number behind the score',
        )
        .option('--lang <language>', 'only rust, python or javascript (with TypeScript)', oneOf(LANGUAGES))
        .option('--top <n>', `number of rows (default: ${DEFAULT_TOP}; all in JSON and CSV; 0 for all)`, wholeNumber)
        .option(
          '--all',
          'read every file: with the lines, functions and modules of all; without, only what can be among the first rows',
        )
        .option('--sort <key>', SORT_KEYS.join(', '), oneOf(SORT_KEYS), 'score')
        .option(
          '--since <when>',
          'count history since a revision, an ISO date, or a duration before HEAD such as 90d, 6m, 2y',
        )
        .option(
          '--by <what>',
          'file, function, module (a file with the files that it splices) or crate (or Python distribution, or package)',
          oneOf(GROUPINGS),
          'file',
        )
        .option('--dialect <tool>', DIALECT_HELP, oneOf(DIALECT_IDS))
        .addOption(new Option('--inner', INNER_HELP).conflicts('dialect'))
        .option(
          '--explain <file[:function]>',
          'instead of the ranking: what makes a file hot, or every increment of a function with its line and reason',
        )
        .option('--coupling', 'instead of the ranking: pairs of files that change in the same commits')
        .addHelpText('after', EXAMPLES),
    ),
    io,
  );
  addFormatOption(command, FORMATS).action((paths: readonly string[], options: HotspotsOptions) =>
    run(() => {
      if (options.shard) return printShard(io, options, options.shard, FACTS);
      if (options.explain === undefined) return show(io, options, paths);
      return options.explain.includes(':')
        ? explainFunction(io, options, options.explain)
        : explainWhole(io, options, options.explain);
    }),
  );
}

async function explainFunction(io: Io, { root, json, dialect }: HotspotsOptions, target: string): Promise<ExitCode> {
  const report = explainFile({ cwd: io.cwd, root: root ?? null, target, dialect: dialect ?? null });
  io.stdout.write(json ? explainToJson(report) : explainToTerminal(report, lookOf(io)));
  return EXIT.fine;
}

function explainWhole(io: Io, options: HotspotsOptions, target: string): Promise<ExitCode> {
  return withView(io, options, wantedFor(options, true), (view, root) => {
    const report = explainHotspot(view, composition.run(view), workspacePath(root, io.cwd, target));
    io.stdout.write(options.json ? explainFileToJson(report) : explainFileToTerminal(report, lookOf(io)));
    return EXIT.fine;
  });
}

/** Following lines takes git about as long again: only where something shows them. */
const wantedFor = ({ since, dialect, inner }: HotspotsOptions, lines: boolean) => ({
  facts: [...(inner ? INNER_FACTS : FACTS), ...(dialect === undefined ? [] : [DIALECT_FACTS[dialect]])],
  history: { ...(since === undefined ? {} : { since }), lines },
});

const lookOf = (io: Io) => ({ width: widthOf(io, io.stdout), color: wantsColor(io, io.stdout) });

function show(io: Io, options: HotspotsOptions, paths: readonly string[]): Promise<ExitCode> {
  const format = formatOf([options.format, options.json && 'json'], 'terminal');
  if (format === 'csv' && options.coupling) throw NO_PAIRS_IN_CSV;
  const isForEyes = format === 'terminal';
  const top = options.top ?? (isForEyes ? DEFAULT_TOP : 0);
  const firstOnly = isForEyes && top > 0 && takesFirst(options);
  const wanted = wantedFor(options, showsLines(options, format));
  const facts = firstOnly ? [cognitiveBoundFact] : wanted.facts;
  return withView(io, options, { ...wanted, facts }, async (view, root, _config, opened) => {
    const named = paths.length === 0 ? {} : { only: namedPaths(view, root, io.cwd, paths) };
    const asked = { lang: options.lang ?? null, ...named, top: top || null };
    const first = firstOnly ? await rankFirst(opened, { ...asked, top }) : null;
    if (first !== null) {
      io.stdout.write(firstHotspotsToTerminal(first, lookOf(io)));
      return exitAfterReading(first.failed);
    }
    if (firstOnly) await gatherAll(opened, wanted.facts);
    const report = keptHotspots(view, { ...asked, ...rowsOf(options) });
    io.stdout.write(printed(io, report, format, options.coupling === true));
    return exitAfterReading(report.totals.failed);
  });
}

const showsLines = ({ by }: HotspotsOptions, format: (typeof FORMATS)[number]): boolean =>
  format === 'json' || by === 'function';

const rowsOf = ({ by, sort, dialect, inner }: HotspotsOptions) => ({
  by,
  sort,
  dialect: dialect ?? null,
  ...(inner ? { inner } : {}),
});

/** Where no file can be told to stay behind the first: all are measured. */
const gatherAll = ({ view, gather }: OpenedWorkspace, facts: readonly Fact[]): Promise<void> =>
  gather(
    view.files.map(({ path }) => path),
    facts,
  );

/** The rows of these take no file but themselves. */
const takesFirst = ({ by, sort, dialect, inner, coupling, all }: HotspotsOptions): boolean =>
  by === 'file' && sort === 'score' && dialect === undefined && !inner && !coupling && !all;

function printed(io: Io, report: HotspotReport, format: (typeof FORMATS)[number], coupling: boolean): string {
  if (format === 'json') return hotspotsToJson(report);
  if (format === 'csv') return hotspotsToCsv(report);
  return coupling ? couplingToTerminal(report, lookOf(io)) : hotspotsToTerminal(report, lookOf(io));
}

const NO_PAIRS_IN_CSV = new RefactorError({
  code: 'usage',
  what: 'There is no CSV of pairs that change together',
  why: 'its rows are the entries of the ranking',
  whatToDo: 'Give --json with --coupling, or leave --coupling out.',
});

const EXAMPLES = `
Examples:
  $ omni-refactor hotspots --top 10
  $ omni-refactor hotspots src 'lib/**/*.py'
  $ omni-refactor hotspots --format csv > hotspots.csv
  $ omni-refactor hotspots --by module --lang rust --since 1y
  $ omni-refactor hotspots --by function
  $ omni-refactor hotspots --by function --inner
  $ omni-refactor hotspots --coupling
  $ omni-refactor hotspots --explain src/parser.rs
  $ omni-refactor hotspots --explain src/parser.rs:Parser::next
  $ omni-refactor hotspots --json | jq '.entries[0]'

Where history is absent, shallow or squashed, the score is computed without it, and the report says so.`;
