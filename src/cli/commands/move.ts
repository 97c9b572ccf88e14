import type { Command } from 'commander';
import { plannedPath, workspacePath } from '../../engine/find-workspace.ts';
import { planMove } from '../../engine/move/plan-move.ts';
import { planShift } from '../../engine/move/plan-shift.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { runSplit, type WriteOptions } from '../run-split.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';
import { addWriteOptions } from './split.ts';

interface MoveOptions extends CommonOptions, Omit<WriteOptions, 'root' | 'json'> {
  readonly from: string;
  readonly to: string;
  readonly python?: string;
}

export function addMove(program: Command, io: Io, run: Run): void {
  addWriteOptions(
    addCommonOptions(
      program
        .command('move')
        .argument('<unit...>', 'units of the file: ids as `outline` prints them, or names')
        .requiredOption('--from <file>', 'the file that holds them')
        .requiredOption('--to <file>', 'the module that they go to')
        .description('move units into a module of their file, prove that nothing else changed, then write')
        .addHelpText('after', EXAMPLES),
    ),
    { notes: false },
  ).action((units: string[], options: MoveOptions) =>
    run(() =>
      writing(io, options, (lock) =>
        withView(io, options, { facts: [], history: false }, (view, root) => {
          const from = workspacePath(root, io.cwd, options.from);
          const to = plannedPath(root, io.cwd, options.to);
          const request = { from, to, units };
          const work = view.file(to) ? planShift(view, request) : { plans: [planMove(view, request)] };
          return runSplit(io, { view, root, lock }, { verb: 'Move units of', ...work }, options);
        }),
      ),
    ),
  );
}

const EXAMPLES = `
Examples:
  $ omni-refactor outline src/parser.rs                    the ids of its units
  $ omni-refactor move Token 'fn lex' --from src/parser.rs --to src/parser/lexer.rs
  $ omni-refactor move load save --from pkg/core.py --to pkg/_core_files.py --dry-run

A name stands for all units of that name, such as a type and its impl blocks. The file keeps re-exporting what others use.
Nothing is written unless everything that was asked for is proven; exit code 3 means refused or not proven.
Undo with: omni-refactor undo`;
