import { type Command, Option } from 'commander';
import { DIALECT_IDS, type DialectId } from '../../../analyzers/complexity/dialects/table.ts';
import { EXIT } from '../../core/errors.ts';
import { type OutlinedFile, outlineFile } from '../../engine/outline-file.ts';
import { outlineJson } from '../../report/outline/json.ts';
import { renderMetrics } from '../../report/outline/metrics.ts';
import { renderOutline } from '../../report/outline/terminal.ts';
import { DIALECT_HELP, INNER_HELP } from '../dialect-help.ts';
import { type Io, wantsColor, widthOf } from '../io.ts';
import { addCommonOptions, type CommonOptions, oneOf } from '../options.ts';
import type { Run } from '../run.ts';
import { stateOf, warnUnfinished } from '../with-state.ts';

interface OutlineOptions extends CommonOptions {
  readonly metrics?: boolean;
  readonly inner?: boolean;
  readonly dialect?: DialectId;
}

export function addOutline(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('outline')
      .argument('<file>', 'a Rust, Python, JavaScript or TypeScript file')
      .description('list the units of a file with stable ids, what each defines and uses, and the hazards of a split')
      .option('--metrics', 'show sizes and complexity of the file, its classes and its functions instead of the units')
      .option('--dialect <tool>', DIALECT_HELP, oneOf(DIALECT_IDS))
      .addOption(new Option('--inner', `with --metrics: ${INNER_HELP}`).implies({ metrics: true }).conflicts('dialect'))
      .addHelpText(
        'after',
        '\nExamples:\n  $ omni-refactor outline src/lib.rs\n  $ omni-refactor outline pkg/core.py --json | jq ".units[].id"',
      ),
  ).action((file: string, options: OutlineOptions) =>
    run(async () => {
      await warnUnfinished(io, await stateOf(io, options.root));
      const report = outlineFile({
        cwd: io.cwd,
        root: options.root ?? null,
        file,
        metrics: options.inner ? 'inner' : (options.metrics ?? false),
        dialect: options.dialect ?? null,
      });
      io.stdout.write(options.json ? outlineJson(report) : show(io, report));
      return EXIT.fine;
    }),
  );
}

function show(io: Io, report: OutlinedFile): string {
  const look = { width: widthOf(io, io.stdout), color: wantsColor(io, io.stdout) };
  return report.metrics === null && report.dialect === null
    ? renderOutline(report, look.width)
    : renderMetrics(report, look);
}
