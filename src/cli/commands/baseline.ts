import type { Command } from 'commander';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { EXIT } from '../../core/errors.ts';
import { lowerBudget } from '../../engine/budget/lower-budget.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { loweredToJson } from '../../report/budget/json.ts';
import { loweredText } from '../../report/budget/outputs.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

const WANTED = { facts: [metricsFact, rustComposition], history: false } as const;

export function addBaseline(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('baseline')
      .description('lower omni-refactor.baseline and the exceptions to the current values; nothing is ever raised')
      .addHelpText('after', '\nExamples:\n  $ omni-refactor baseline && git diff omni-refactor.baseline'),
  ).action((options: CommonOptions) =>
    run(() =>
      withView(io, options, WANTED, (view, root) => {
        const lowered = lowerBudget(view, root);
        io.stdout.write(options.json ? loweredToJson(lowered) : loweredText(lowered));
        return EXIT.fine;
      }),
    ),
  );
}
