import type { Command } from 'commander';
import { updateNotes } from '../../../codemods/workspace/update-notes/index.ts';
import { type ChangeSet, isEmptyChangeSet } from '../../core/change-set.ts';
import { EXIT, type ExitCode } from '../../core/errors.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { changeJson } from '../../report/change/json.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { runChange, tellRefusals } from '../run-change.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';

interface NotesOptions extends CommonOptions {
  readonly check?: boolean;
}

export function addNotes(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('notes')
      .description(
        'update the module maps in Markdown files, between <!-- omni-refactor:modules --> and <!-- /omni-refactor:modules -->',
      )
      .option('--check', 'write nothing; exit 1 if a map is out of date')
      .addHelpText(
        'after',
        '\nA map covers the folder of its file: put the two markers into README.md or ARCHITECTURE.md of a crate or package.\nUndo an update with: omni-refactor undo\n\nExamples:\n  $ omni-refactor notes\n  $ omni-refactor notes --check',
      ),
  ).action((options: NotesOptions) =>
    run(() =>
      writing(io, { ...options, dryRun: options.check === true }, (lock) =>
        withView(io, options, { facts: [rustComposition], history: false }, async (view) => {
          const result = updateNotes.run(view, {});
          if (lock) return runChange(io, view, lock, { codemod: updateNotes.id, result, json: options.json === true });
          if (result.status === 'refused') return tellRefusals(io, view, result.refusals);
          return tellOutdated(io, result.changeSet, options.json === true);
        }),
      ),
    ),
  );
}

function tellOutdated(io: Io, changeSet: ChangeSet, json: boolean): ExitCode {
  const paths = changeSet.edit.map(({ path }) => path);
  const lines = paths.map((path) => `${sanitize(path)}: the module map is out of date; run \`omni-refactor notes\`\n`);
  io.stdout.write(json ? changeJson(null, paths) : lines.join(''));
  return isEmptyChangeSet(changeSet) ? EXIT.fine : EXIT.findings;
}
