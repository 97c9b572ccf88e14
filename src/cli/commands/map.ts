import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { pythonBridge } from '../../../analyzers/bridge/python/python-bridge-fact.ts';
import { rustBridge } from '../../../analyzers/bridge/rust/rust-bridge-fact.ts';
import { map } from '../../../analyzers/map/index.ts';
import { nodesNamed, partOf, reach, unitsOf } from '../../../analyzers/map/reach.ts';
import { withHistoryOwners } from '../../../analyzers/map/with-history-owners.ts';
import type { WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import type { Config } from '../../config/config.ts';
import { RefactorError } from '../../core/errors.ts';
import { openMergeBase } from '../../engine/budget/open-merge-base.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { mapToDot, mapToMermaid } from '../../report/map/drawings.ts';
import { mapToHtml } from '../../report/map/html.ts';
import { mapToJson } from '../../report/map/json.ts';
import { mapToTree } from '../../report/map/tree.ts';
import { cacheFolder } from '../../workspace/cache-folder.ts';
import type { View } from '../../workspace/view.ts';
import { unreadSources, warnUnread } from '../exit-after-reading.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, addFormatOption, type CommonOptions, formatOf } from '../options.ts';
import type { Run } from '../run.ts';
import { historyForOwners, withView } from '../with-view.ts';

interface MapOptions extends CommonOptions {
  readonly mermaid?: boolean;
  readonly dot?: boolean;
  readonly html?: boolean;
  readonly modules?: boolean;
  readonly closure?: string;
  readonly affected?: string;
  readonly format?: (typeof FORMATS)[number];
}

const FACTS = [rustComposition, rustBridge, pythonBridge] as const;

const wanted = (config: Config) => ({ facts: FACTS, history: historyForOwners(config) });

export function addMap(program: Command, io: Io, run: Run): void {
  const command = addCommonOptions(
    program
      .command('map')
      .description(
        'draw one graph of crates, Python distributions, JS packages and the native modules between them, with owners and import cycles',
      )
      .option('--modules', 'show every module, not only crates, distributions and packages')
      .option('--mermaid', 'print a Mermaid graph')
      .option('--dot', 'print a Graphviz graph')
      .option('--html', 'print one self-contained page')
      .option('--closure <name>', 'only what a node depends on: `acme.run`, `crate:core`, a path, or `acme.*`')
      .option(
        '--affected <revision>',
        'only what depends on a file that this branch has changed since it left a revision',
      )
      .addHelpText('after', EXAMPLES),
  );
  addFormatOption(command, FORMATS).action((options: MapOptions) =>
    run(() => {
      const { json, mermaid, dot, html } = options;
      const format = formatOf(
        [options.format, json && 'json', mermaid && 'mermaid', dot && 'dot', html && 'html'],
        'terminal',
      );
      return withView(io, options, wanted, async (view, root) => {
        const whole = withHistoryOwners(view, map.run(view));
        const affected =
          options.affected === undefined ? whole : affectedBy(whole, view, await baseOf(io, options, view, root));
        io.stdout.write(printed(closed(affected, options.closure), format, options));
        return warnUnread(io, unreadSources(view));
      });
    }),
  );
}

const FORMATS = ['terminal', 'json', 'mermaid', 'dot', 'html'] as const;

function printed(part: WorkspaceMap, format: (typeof FORMATS)[number], options: MapOptions): string {
  if (format === 'json') return mapToJson(part);
  if (format === 'html') return mapToHtml(part);
  const isWhole = options.modules === true || options.closure !== undefined;
  if (format === 'terminal') return mapToTree(part, isWhole);
  const shown = isWhole ? part : unitsOf(part);
  return format === 'mermaid' ? mapToMermaid(shown) : mapToDot(shown);
}

/** Throws RefactorError `unknown-node`. */
function closed(whole: WorkspaceMap, name: string | undefined): WorkspaceMap {
  if (name === undefined) return whole;
  const from = nodesNamed(whole, name);
  if (from.length === 0)
    throw new RefactorError({
      code: 'unknown-node',
      what: `There is no \`${name}\` on the map`,
      why: 'it is not an id, module, crate, distribution, package or path of this workspace',
      whatToDo: 'List the names: omni-refactor map --modules',
    });
  return partOf(whole, reach(whole, from, 'forward'));
}

function affectedBy(whole: WorkspaceMap, view: View, before: View): WorkspaceMap {
  const changed = new Set(view.files.filter(({ path, key }) => before.file(path)?.key !== key).map(({ path }) => path));
  const touched = whole.nodes.filter(({ path }) => changed.has(path)).map(({ id }) => id);
  return partOf(whole, reach(whole, touched, 'backward'));
}

async function baseOf(io: Io, options: MapOptions, view: View, root: string): Promise<View> {
  const base = await openMergeBase({
    root,
    revision: options.affected!,
    today: view.today,
    facts: [],
    workers: options.workers ?? availableParallelism(),
    cacheDir: options.cache ? cacheFolder(io.env) : null,
    env: io.env,
    signal: io.signal,
  });
  return base.view;
}

const EXAMPLES = `
Examples:
  $ omni-refactor map
  $ omni-refactor map --mermaid >> "$GITHUB_STEP_SUMMARY"
  $ omni-refactor map --closure acme.run
  $ omni-refactor map --affected origin/main --json`;
