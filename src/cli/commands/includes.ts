import type { Command } from 'commander';
import { composition } from '../../../analyzers/composition/index.ts';
import type { ExitCode } from '../../core/errors.ts';
import { SPLICED_GRAMMAR } from '../../languages/language.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { renderDot } from '../../report/composition/dot.ts';
import { includesJson } from '../../report/composition/json.ts';
import { renderMermaid } from '../../report/composition/mermaid.ts';
import { renderTree } from '../../report/composition/tree.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { View } from '../../workspace/view.ts';
import { exitAfterReading } from '../exit-after-reading.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

interface IncludesOptions extends CommonOptions {
  readonly mermaid?: boolean;
  readonly dot?: boolean;
}

export function addIncludes(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('includes')
      .description(
        'show how files become modules by include!, #[path] and mod: which file names which, where, and what cannot be resolved',
      )
      .option('--mermaid', 'print a Mermaid graph')
      .option('--dot', 'print a Graphviz graph')
      .addHelpText(
        'after',
        '\nExamples:\n  $ omni-refactor includes\n  $ omni-refactor includes --dot | dot -Tsvg > includes.svg',
      ),
  ).action((options: IncludesOptions) =>
    run(() =>
      withView(io, options, { facts: [rustComposition], history: false }, (view) => {
        const report = composition.run(view);
        const text = options.json
          ? includesJson(report)
          : options.mermaid
            ? renderMermaid(report)
            : options.dot
              ? renderDot(report)
              : renderTree(report);
        io.stdout.write(text);
        return warnOfGaps(io, view);
      }),
    ),
  );
}

/** Rust files that the graph says nothing of. */
const unread = (view: View): { path: string; reason: string }[] =>
  view.files.flatMap(({ path, grammar }) => {
    const fact = grammar === SPLICED_GRAMMAR ? view.facts(path, rustComposition) : null;
    return fact?.status === 'failed' && fact.reason !== 'symlink' ? [{ path, reason: fact.reason }] : [];
  });

/** Says what the graph lacks: manifests with problems, files that could not be read. */
function warnOfGaps(io: Io, view: View): ExitCode {
  for (const { path, line, reason } of view.manifests.problems)
    io.stderr.write(`warning: ${sanitize(path)}${line === null ? '' : `:${line}`}: ${sanitize(reason)}\n`);
  const failed = unread(view);
  for (const { path, reason } of failed)
    io.stderr.write(`warning: ${sanitize(path)} could not be read: ${sanitize(reason)}\n`);
  return exitAfterReading(failed);
}
