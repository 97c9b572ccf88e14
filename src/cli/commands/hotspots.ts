import type { Command } from 'commander';
import { DIALECT_FACTS } from '../../../analyzers/complexity/dialects/dialect-facts.ts';
import { DIALECT_IDS, type DialectId } from '../../../analyzers/complexity/dialects/table.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { hotspots, SORT_KEYS, type SortKey } from '../../../analyzers/hotspots/index.ts';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import { explainFile } from '../../engine/explain-file.ts';
import { LANGUAGES, type Language } from '../../languages/language.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { explainToJson } from '../../report/explain/json.ts';
import { explainToTerminal } from '../../report/explain/terminal.ts';
import { hotspotsToJson } from '../../report/hotspots/json.ts';
import { hotspotsToTerminal } from '../../report/hotspots/terminal.ts';
import { DIALECT_HELP } from '../dialect-help.ts';
import { type Io, wantsColor, widthOf } from '../io.ts';
import { addCommonOptions, type CommonOptions, oneOf, wholeNumber } from '../options.ts';
import type { Run } from '../run-cli.ts';
import { withView } from '../with-view.ts';

interface HotspotsOptions extends CommonOptions {
  readonly lang?: Language;
  readonly top?: number;
  readonly sort: SortKey;
  readonly since?: string;
  readonly by: 'file' | 'module';
  readonly explain?: string;
  readonly dialect?: DialectId;
}

const DEFAULT_TOP = 30;

export function addHotspots(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('hotspots')
      .description(
        'files or modules ranked by what hurts: changes times complexity, with every number behind the score',
      )
      .option('--lang <language>', 'only rust, python or javascript (with TypeScript)', oneOf(LANGUAGES))
      .option('--top <n>', `how many rows (default: ${DEFAULT_TOP}; all in JSON; 0 for all)`, wholeNumber)
      .option('--sort <key>', SORT_KEYS.join(', '), oneOf(SORT_KEYS), 'score')
      .option(
        '--since <when>',
        'count history since a revision, an ISO date, or a duration before HEAD such as 90d, 6m, 2y',
      )
      .option(
        '--by <what>',
        'file, or module: a file with the fragments that it splices',
        oneOf(['file', 'module'] as const),
        'file',
      )
      .option('--dialect <tool>', DIALECT_HELP, oneOf(DIALECT_IDS))
      .option('--explain <file:function>', 'every +n of one function with its line and reason, instead of the ranking')
      .addHelpText('after', EXAMPLES),
  ).action((options: HotspotsOptions) =>
    run(() => (options.explain === undefined ? show(io, options) : explain(io, options, options.explain))),
  );
}

async function explain(io: Io, { root, json, dialect }: HotspotsOptions, target: string): Promise<ExitCode> {
  const report = explainFile({ cwd: io.cwd, root: root ?? null, target, dialect: dialect ?? null });
  const look = { width: widthOf(io, io.stdout), color: wantsColor(io, io.stdout) };
  io.stdout.write(json ? explainToJson(report) : explainToTerminal(report, look));
  return EXIT.fine;
}

function show(io: Io, options: HotspotsOptions) {
  const history = options.since === undefined ? {} : { since: options.since };
  const dialect = options.dialect ?? null;
  const facts = [metricsFact, rustComposition, ...(dialect === null ? [] : [DIALECT_FACTS[dialect]])];
  return withView(io, options, { facts, history }, (view) => {
    const top = options.top ?? (options.json ? 0 : DEFAULT_TOP);
    const report = hotspots.run(view, {
      composition: composition.run(view),
      lang: options.lang ?? null,
      by: options.by,
      sort: options.sort,
      dialect,
      top: top || null,
    });
    io.stdout.write(
      options.json
        ? hotspotsToJson(report)
        : hotspotsToTerminal(report, { width: widthOf(io, io.stdout), color: wantsColor(io, io.stdout) }),
    );
    return EXIT.fine;
  });
}

const EXAMPLES = `
Examples:
  $ omni-refactor hotspots --top 10
  $ omni-refactor hotspots --by module --lang rust --since 1y
  $ omni-refactor hotspots --explain src/parser.rs:Parser::next
  $ omni-refactor hotspots --json | jq '.entries[0]'

Where history is absent, shallow or squashed it leaves the score, and the report says so.`;
