import type { Command } from 'commander';
import { EXIT } from '../../core/errors.ts';
import { redoLast } from '../../engine/split/redo-last.ts';
import { redoJson } from '../../report/redo/json.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { locked, stateOf } from '../with-state.ts';

export function addRedo(program: Command, io: Io, run: Run): void {
  program
    .command('redo')
    .description('bring the last undone apply back, byte for byte')
    .option('--root <folder>', 'the workspace')
    .option('--json', 'print what was brought back as JSON')
    .addHelpText(
      'after',
      '\nNothing is proven anew, and nothing is written where one of its files has changed since the undo. After\n`split --commit`, redo adds one commit, as undo does.\n\nExample:\n  $ omni-refactor redo',
    )
    .action((options: { readonly root?: string; readonly json?: boolean }) =>
      run(async () => {
        const state = await stateOf(io, options.root);
        const redone = await locked(io, state, (lock) => redoLast({ lock, onProgress: () => {} }, io.signal));
        if (options.json) io.stdout.write(redoJson(redone));
        else {
          const when = redone.appliedAt.slice(0, 16).replace('T', ' ');
          io.stdout.write(
            `Brought ${redone.id} back:\n${redone.paths.map((path) => `  ${sanitize(path)}\n`).join('')}`,
          );
          io.stdout.write(`Its evidence is that of ${when}: nothing was proven anew. Undo with: omni-refactor undo\n`);
          if (redone.commit) io.stdout.write(`Committed as ${redone.commit.slice(0, 12)}.\n`);
        }
        return EXIT.fine;
      }),
    );
}
