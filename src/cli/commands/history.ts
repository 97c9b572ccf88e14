import type { Command } from 'commander';
import { EXIT } from '../../core/errors.ts';
import { listHistory } from '../../engine/apply/list-history.ts';
import { renderHistory } from '../../report/receipt/history.ts';
import { historyJson } from '../../report/receipt/json.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { stateOf, warnUnfinished } from '../with-state.ts';

export function addHistory(program: Command, io: Io, run: Run): void {
  program
    .command('history')
    .description('list what was applied in this workspace, newest first, and what can be undone')
    .option('--root <folder>', 'the workspace')
    .option('--json', 'print the list as JSON')
    .addHelpText('after', '\nExample:\n  $ omni-refactor history')
    .action((options: { root?: string; json?: boolean }) =>
      run(async () => {
        const state = await stateOf(io, options.root);
        await warnUnfinished(io, state);
        const entries = await listHistory(state);
        io.stdout.write(options.json ? historyJson(entries) : renderHistory(entries));
        return EXIT.fine;
      }),
    );
}
