import type { Command } from 'commander';
import { workspacePath } from '../../engine/find-workspace.ts';
import { joinsOf } from '../../engine/move/joins-of.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { runSplit, type WriteOptions } from '../run-split.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';
import { addWriteOptions } from './split.ts';

interface JoinOptions extends CommonOptions, Omit<WriteOptions, 'root' | 'json'> {
  readonly python?: string;
}

export function addJoin(program: Command, io: Io, run: Run): void {
  addWriteOptions(
    addCommonOptions(
      program
        .command('join')
        .argument('<file...>', 'a file whose parts go back into it, or parts that go back to their file')
        .description('join the parts of a file with it, the reverse of a split: proven the same way, then written')
        .addHelpText('after', EXAMPLES),
    ),
    { notes: false },
  ).action((files: string[], options: JoinOptions) =>
    run(() =>
      writing(io, options, (lock) =>
        withView(io, options, { facts: [], history: false }, (view, root) => {
          const paths = [...new Set(files.map((file) => workspacePath(root, io.cwd, file)))];
          return runSplit(
            io,
            { view, root, lock },
            { verb: 'Join the parts of', tasks: joinsOf(view, paths) },
            options,
          );
        }),
      ),
    ),
  );
}

const EXAMPLES = `
Examples:
  $ omni-refactor join src/parser.rs                       all parts of the file
  $ omni-refactor join src/parser/lexer.rs --dry-run       that part alone, into the file that mounts it
  $ omni-refactor join pkg/core.py --evidence S,B,T

What cannot go back safely is refused by the id of its hazard: omni-refactor explain M1
Nothing is written unless everything that was asked for is proven; exit code 3 means refused or not proven.
Undo with: omni-refactor undo`;
