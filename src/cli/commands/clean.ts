import type { Command } from 'commander';
import { EXIT } from '../../core/errors.ts';
import { clean } from '../../engine/state/clean.ts';
import { cleanJson } from '../../report/clean/json.ts';
import { renderCleaned } from '../../report/clean/terminal.ts';
import { cacheFolder } from '../../workspace/cache-folder.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { showProgress } from '../show-progress.ts';
import { stateOf } from '../with-state.ts';

interface CleanCommandOptions {
  readonly root?: string;
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addClean(program: Command, io: Io, run: Run): void {
  program
    .command('clean')
    .description('free the staging copy and the build output that proofs keep of this workspace')
    .option('--root <folder>', 'the workspace')
    .option('--all', 'of all workspaces, and the cache of facts')
    .option('--dry-run', 'show what would be freed; remove nothing')
    .option('--json', 'print what was freed as JSON')
    .addHelpText(
      'after',
      '\nThe next proof copies and builds again. Journals and receipts stay: `undo` and `history` work as before.\n\nExamples:\n  $ omni-refactor clean --dry-run\n  $ omni-refactor clean --all',
    )
    .action((options: CleanCommandOptions) =>
      run(async () => {
        const progress = showProgress(io);
        const dryRun = options.dryRun === true;
        const state = await stateOf(io, options.root);
        const cache = options.all === true ? cacheFolder(io.env) : null;
        const { onProgress } = progress;
        const cleaned = await clean({ state, cache, dryRun, onProgress, signal: io.signal });
        progress.clear();
        io.stdout.write(options.json ? cleanJson(cleaned, dryRun) : renderCleaned(cleaned, dryRun));
        return EXIT.fine;
      }),
    );
}
