import type { Command } from 'commander';
import { EXIT } from '../../core/errors.ts';
import { outlineFile } from '../../engine/outline-file.ts';
import { outlineJson } from '../../report/outline/json.ts';
import { renderOutline } from '../../report/outline/terminal.ts';
import { type Io, widthOf } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { stateOf, warnUnfinished } from '../with-state.ts';

export function addOutline(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('outline')
      .argument('<file>', 'a Rust, Python, JavaScript or TypeScript file')
      .description('the units of a file with stable ids, what each defines and uses, and the hazards of a split')
      .addHelpText(
        'after',
        '\nExamples:\n  $ omni-refactor outline src/lib.rs\n  $ omni-refactor outline pkg/core.py --json | jq ".units[].id"',
      ),
  ).action((file: string, options: CommonOptions) =>
    run(async () => {
      await warnUnfinished(io, await stateOf(io, options.root));
      const report = outlineFile({ cwd: io.cwd, root: options.root ?? null, file });
      io.stdout.write(options.json ? outlineJson(report) : renderOutline(report, widthOf(io, io.stdout)));
      return EXIT.fine;
    }),
  );
}
