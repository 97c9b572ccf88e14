import type { Command } from 'commander';
import type { Composition } from '../../../analyzers/composition/composition.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import type { ExitCode } from '../../core/errors.ts';
import { namedPaths } from '../../engine/named-paths.ts';
import { SPLICED_GRAMMAR } from '../../languages/language.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { renderDot } from '../../report/composition/dot.ts';
import { includesJson } from '../../report/composition/json.ts';
import { renderMermaid } from '../../report/composition/mermaid.ts';
import { renderTree } from '../../report/composition/tree.ts';
import { sanitize } from '../../report/sanitize.ts';
import type { View } from '../../workspace/view.ts';
import { warnUnread } from '../exit-after-reading.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, addFormatOption, type CommonOptions, formatOf, PATHS_HELP } from '../options.ts';
import type { Run } from '../run.ts';
import { withView } from '../with-view.ts';

interface IncludesOptions extends CommonOptions {
  readonly mermaid?: boolean;
  readonly dot?: boolean;
  readonly format?: (typeof FORMATS)[number];
}

export function addIncludes(program: Command, io: Io, run: Run): void {
  const command = addCommonOptions(
    program
      .command('includes')
      .argument('[paths...]', PATHS_HELP)
      .description(
        'show how files become modules by include!, #[path] and mod: which file names which, where, and what cannot be resolved',
      )
      .option('--mermaid', 'print a Mermaid graph')
      .option('--dot', 'print a Graphviz graph')
      .addHelpText(
        'after',
        '\nExamples:\n  $ omni-refactor includes\n  $ omni-refactor includes crates/engine\n  $ omni-refactor includes --dot | dot -Tsvg > includes.svg',
      ),
  );
  addFormatOption(command, FORMATS).action((paths: readonly string[], options: IncludesOptions) =>
    run(() => {
      const { json, mermaid, dot } = options;
      const format = formatOf([options.format, json && 'json', mermaid && 'mermaid', dot && 'dot'], 'terminal');
      return withView(io, options, { facts: [rustComposition], history: false }, (view, root) => {
        const { isNamed } = namedPaths(view, root, io.cwd, paths);
        io.stdout.write(REPORTERS[format](onlyOf(composition.run(view), isNamed)));
        return warnOfGaps(io, view, isNamed);
      });
    }),
  );
}

const FORMATS = ['terminal', 'json', 'mermaid', 'dot'] as const;

const REPORTERS: Readonly<Record<(typeof FORMATS)[number], (report: Composition) => string>> = {
  terminal: renderTree,
  json: includesJson,
  mermaid: renderMermaid,
  dot: renderDot,
};

/** What the named files are part of: whole modules, and each place where such a file names another or is named. */
function onlyOf({ modules, moduleOf, splices, shared }: Composition, isNamed: (path: string) => boolean): Composition {
  const kept = modules.filter(({ file, fragments }) => [file, ...fragments].some(isNamed));
  const files = new Set(kept.flatMap(({ file, fragments }) => [file, ...fragments]));
  return {
    modules: kept,
    moduleOf: new Map([...moduleOf].filter(([path]) => files.has(path))),
    splices: splices.filter(({ path, targets }) => files.has(path) || targets.some((target) => files.has(target))),
    shared: shared.filter(({ path, by }) => files.has(path) || by.some((place) => files.has(place.path))),
  };
}

/** Rust files that the graph says nothing of. */
const unread = (view: View): { path: string; reason: string }[] =>
  view.files.flatMap(({ path, grammar }) => {
    const fact = grammar === SPLICED_GRAMMAR ? view.facts(path, rustComposition) : null;
    return fact?.status === 'failed' && fact.reason !== 'symlink' ? [{ path, reason: fact.reason }] : [];
  });

/** Says what the graph lacks: manifests with problems, files that could not be read. */
function warnOfGaps(io: Io, view: View, isNamed: (path: string) => boolean): ExitCode {
  for (const { path, line, reason } of view.manifests.problems)
    io.stderr.write(`warning: ${sanitize(path)}${line === null ? '' : `:${line}`}: ${sanitize(reason)}\n`);
  return warnUnread(
    io,
    unread(view).filter(({ path }) => isNamed(path)),
  );
}
