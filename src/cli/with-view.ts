import { resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import type { ExitCode } from '../core/errors.ts';
import { defaultWorkers } from '../engine/facts/map-files.ts';
import { findWorkspace } from '../engine/find-workspace.ts';
import { loadConfig } from '../engine/load-config.ts';
import { type OpenedWorkspace, type OpenOptions, openWorkspace } from '../engine/open-workspace.ts';
import { stateFolderOf } from '../engine/state/state-folder.ts';
import { sanitize } from '../report/sanitize.ts';
import { renderTimings } from '../report/timings.ts';
import { cacheFolder } from '../workspace/cache-folder.ts';
import type { View } from '../workspace/view.ts';
import { type Io, remark } from './io.ts';
import type { CommonOptions } from './options.ts';
import { showProgress } from './show-progress.ts';
import { warnUnfinished } from './with-state.ts';

type Wanted = Pick<OpenOptions, 'facts' | 'history' | 'tags'>;

/**
 * Opens the workspace that a command line means, shows progress meanwhile, and hands the view on.
 * @param wanted what the command reads, which the configuration may have a say in
 */
export async function withView(
  io: Io,
  options: CommonOptions,
  wanted: Wanted | ((config: Config) => Wanted),
  work: (view: View, root: string, config: Config, opened: OpenedWorkspace) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const root = findWorkspace(resolve(io.cwd, options.root ?? '.'));
  const config = await configFor(root, options);
  await warnUnfinished(io, await stateFolderOf(root, io.env));
  const progress = showProgress(io);
  try {
    const opened = await openWorkspace({
      root,
      config,
      today: options.today ?? io.today,
      ...(typeof wanted === 'function' ? wanted(config) : wanted),
      ...(io.given ? { given: io.given } : {}),
      workers: options.workers ?? defaultWorkers(),
      cacheDir: options.cache ? cacheFolder(io.env) : null,
      onProgress: progress.onProgress,
      signal: io.signal,
    });
    progress.clear();
    for (const note of opened.notes) remark(io, `note: ${sanitize(note)}\n`);
    const exitCode = await work(opened.view, root, config, opened);
    if (options.timings || io.verbose) io.stderr.write(renderTimings(opened));
    return exitCode;
  } finally {
    progress.clear();
  }
}

/** The history that owners are taken from, as far as the configuration asks for them. */
export function historyForOwners({ owners }: Config): OpenOptions['history'] {
  if (owners.history === 'off') return false;
  return { since: `${owners.months}m`, lines: owners.history === 'lines' };
}

/** The workspace's configuration with what the command line says instead. */
export async function configFor(root: string, { python }: CommonOptions): Promise<Config> {
  const config = await loadConfig(root);
  return python === undefined ? config : { ...config, python: { interpreter: python } };
}
