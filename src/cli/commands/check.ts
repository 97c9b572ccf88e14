import type { Command } from 'commander';
import { budget } from '../../../analyzers/budget/index.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { EXIT } from '../../core/errors.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { findingsToJson } from '../../report/findings/json.ts';
import { findingsToTerminal } from '../../report/findings/terminal.ts';
import { type Io, wantsColor } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run-cli.ts';
import { withView } from '../with-view.ts';

export function addCheck(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('check')
      .description(
        'the gate: the ceilings of omni-refactor.toml, each failure with what, why and what to do; exit 1 on findings',
      )
      .addHelpText('after', EXAMPLES),
  ).action((options: CommonOptions) =>
    run(() =>
      withView(io, options, { facts: [metricsFact, rustComposition], history: false }, (view) => {
        const report = budget.run(view, { composition: composition.run(view) });
        io.stdout.write(
          options.json ? findingsToJson(report) : findingsToTerminal(report, { color: wantsColor(io, io.stdout) }),
        );
        return report.findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.fine;
      }),
    ),
  );
}

const EXAMPLES = `
omni-refactor.toml:
  exclude = ["vendor/**"]
  [budget]
  file-lines = 500           # physical lines of a file
  function-cognitive = 15    # cognitive complexity of a function

Examples:
  $ omni-refactor check
  $ omni-refactor check --json > findings.json`;
