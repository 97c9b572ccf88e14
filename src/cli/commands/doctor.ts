import type { Command } from 'commander';
import { EXIT } from '../../core/errors.ts';
import { diagnose } from '../../engine/toolchains/diagnose.ts';
import { doctorJson } from '../../report/doctor/json.ts';
import { renderDiagnosis } from '../../report/doctor/terminal.ts';
import { cacheFolder } from '../../workspace/cache-folder.ts';
import { announceNamed } from '../announce.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { stateOf } from '../with-state.ts';
import { withView } from '../with-view.ts';

export function addDoctor(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('doctor')
      .description(
        'show the toolchains found, the evidence that can be produced here (and why not the rest), caches, and unfinished applies',
      )
      .option('--python <path>', 'the Python interpreter of the project')
      .addHelpText(
        'after',
        '\nExamples:\n  $ omni-refactor doctor\n  $ omni-refactor doctor --python .venv/bin/python',
      ),
  ).action((options: CommonOptions) =>
    run(() =>
      withView(io, options, { facts: [], history: false }, async (view, root, _config, { nested }) => {
        const state = await stateOf(io, options.root);
        const diagnosis = await diagnose({
          view,
          root,
          nested,
          state,
          cache: options.cache ? cacheFolder(io.env) : null,
          env: io.env,
          onAnnounce: (lines) => announceNamed(io, lines),
          signal: io.signal,
        });
        io.stdout.write(options.json ? doctorJson(diagnosis) : renderDiagnosis(diagnosis));
        return EXIT.fine;
      }),
    ),
  );
}
