import type { Command } from 'commander';
import { hostsFirst } from '../../../analyzers/composition/rust/hosts-first.ts';
import { rustIncludeToMod } from '../../../codemods/rust/include-to-mod/index.ts';
import { workspacePath } from '../../engine/find-workspace.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { runSplit, type WriteOptions } from '../run-split.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';
import { addWriteOptions } from './split.ts';

export function addIncludeToMod(program: Command, io: Io, run: Run): void {
  addWriteOptions(
    addCommonOptions(
      program
        .command('include-to-mod')
        .argument('<file...>', 'Rust files that splice other files by include! among their items')
        .description(
          'turn the files that an include! splices into modules, prove that nothing else changed, then write',
        )
        .addHelpText('after', EXAMPLES),
    ),
    { notes: false },
  ).action((files: string[], options: CommonOptions & Omit<WriteOptions, 'root' | 'json'>) =>
    run(() =>
      writing(io, options, (lock) =>
        withView(io, options, { facts: [rustComposition], history: false }, (view, root) => {
          const paths = hostsFirst(view, [...new Set(files.map((file) => workspacePath(root, io.cwd, file)))]);
          const tasks = paths.map((path) => ({ codemod: rustIncludeToMod.id, path }));
          return runSplit(io, { view, root, lock }, { verb: 'Convert the includes of', tasks }, options);
        }),
      ),
    ),
  );
}

const EXAMPLES = `
Examples:
  $ omni-refactor includes                           which file splices which
  $ omni-refactor include-to-mod src/lib.rs --dry-run
  $ omni-refactor include-to-mod src/lib.rs --evidence S,B,T

The spliced files stay where they are and become child modules; every name keeps its path and visibility. What cannot become
a module (a value, a generated file, a file spliced twice) stays an include! and is listed with the reason.
Undo with: omni-refactor undo`;
