import type { Command } from 'commander';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { status } from '../../../analyzers/status/index.ts';
import type { Config } from '../../config/config.ts';
import { EXIT } from '../../core/errors.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { statusToJson } from '../../report/status/json.ts';
import { statusToMarkdown } from '../../report/status/markdown.ts';
import { statusToTerminal } from '../../report/status/terminal.ts';
import { unreadSources, warnUnread } from '../exit-after-reading.ts';
import { type Io, wantsColor, widthOf } from '../io.ts';
import { addCommonOptions, addFormatOption, type CommonOptions, formatOf } from '../options.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

const FORMATS = ['terminal', 'markdown', 'json'] as const;

interface StatusOptions extends CommonOptions {
  readonly format?: (typeof FORMATS)[number];
}

const wanted = ({ owners }: Config) => ({
  facts: [metricsFact, rustComposition],
  history: { lines: owners.history === 'lines' },
  tags: true,
});

export function addStatus(program: Command, io: Io, run: Run): void {
  const command = addCommonOptions(
    program
      .command('status')
      .description(
        'summarise the workspace on one page: which checks hold, and what is over a ceiling, with owner and due date',
      )
      .addHelpText('after', EXAMPLES),
  );
  addFormatOption(command, FORMATS).action((options: StatusOptions) =>
    run(() => {
      const format = formatOf([options.format, options.json && 'json'], 'terminal');
      return withView(io, options, wanted, (view) => {
        const report = status.run(view, { composition: composition.run(view) });
        if (format === 'json') io.stdout.write(statusToJson(report));
        else if (format === 'markdown') io.stdout.write(statusToMarkdown(report));
        else
          io.stdout.write(
            statusToTerminal(report, { width: widthOf(io, io.stdout), color: wantsColor(io, io.stdout) }),
          );
        // Told like everywhere else; the exit code stays what is promised.
        warnUnread(io, unreadSources(view));
        return EXIT.fine;
      });
    }),
  );
}

const EXAMPLES = `
Examples:
  $ omni-refactor status
  $ omni-refactor status --format markdown >> "$GITHUB_STEP_SUMMARY"

This only reports: the exit code is always 0. \`omni-refactor check\` fails on findings.`;
