import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../../core/errors.ts';
import { readReceipt } from '../../engine/apply/list-history.ts';
import { undoLast } from '../../engine/apply/undo-last.ts';
import { revertCommit } from '../../engine/split/revert-commit.ts';
import { sanitize } from '../../report/sanitize.ts';
import { undoJson } from '../../report/undo/json.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { locked, stateOf } from '../with-state.ts';

interface UndoCommandOptions {
  readonly root?: string;
  readonly json?: boolean;
  readonly discardFormatting?: boolean;
}

export function addUndo(program: Command, io: Io, run: Run): void {
  program
    .command('undo')
    .description('undo the last apply, byte for byte; an unfinished one first')
    .option('--root <folder>', 'the workspace')
    .option('--discard-formatting', 'also undo files that have only been reformatted since')
    .option('--json', 'print what was undone as JSON')
    .addHelpText(
      'after',
      '\nAfter `split --commit`, undo adds one commit that restores the old bytes; history is never rewritten.\n\nExample:\n  $ omni-refactor undo',
    )
    .action((options: UndoCommandOptions) =>
      run(async () => {
        const state = await stateOf(io, options.root);
        const { undone, commit } = await locked(io, state, async (lock) => {
          const undone = await undoLast({
            lock,
            onProgress: () => {},
            discardFormatting: options.discardFormatting === true,
          });
          const receipt = await readReceipt(state, undone.id);
          return {
            undone,
            commit: await revertCommit(state.root, receipt, (path) => readFileSync(join(state.root, path)), io.signal),
          };
        });
        if (options.json) io.stdout.write(undoJson(undone, commit));
        else {
          io.stdout.write(`Undid ${undone.id}:\n${undone.paths.map((path) => `  ${sanitize(path)}\n`).join('')}`);
          if (commit) io.stdout.write(`Committed as ${commit.slice(0, 12)}.\n`);
        }
        return EXIT.fine;
      }),
    );
}
