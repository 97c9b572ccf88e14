import type { Command } from 'commander';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { hotspots, SORT_KEYS, type SortKey } from '../../../analyzers/hotspots/index.ts';
import { EXIT } from '../../core/errors.ts';
import { LANGUAGES, type Language } from '../../languages/language.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { hotspotsToJson } from '../../report/hotspots/json.ts';
import { hotspotsToTerminal } from '../../report/hotspots/terminal.ts';
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
      .addHelpText('after', EXAMPLES),
  ).action((options: HotspotsOptions) => run(() => show(io, options)));
}

function show(io: Io, options: HotspotsOptions) {
  const history = options.since === undefined ? {} : { since: options.since };
  return withView(io, options, { facts: [metricsFact, rustComposition], history }, (view) => {
    const top = options.top ?? (options.json ? 0 : DEFAULT_TOP);
    const report = hotspots.run(view, {
      composition: composition.run(view),
      lang: options.lang ?? null,
      by: options.by,
      sort: options.sort,
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
  $ omni-refactor hotspots --json | jq '.entries[0]'

Where history is absent, shallow or squashed it leaves the score, and the report says so.`;
