import { resolve } from 'node:path';
import { FACTS } from '../../analyzers/facts.ts';
import type { Config } from '../config/config.ts';
import { defaultWorkers } from '../engine/facts/map-files.ts';
import { findWorkspace } from '../engine/find-workspace.ts';
import { loadConfig } from '../engine/load-config.ts';
import { openWorkspace as open } from '../engine/open-workspace.ts';
import { cacheFolder } from '../workspace/cache-folder.ts';
import type { View } from '../workspace/view.ts';

/** A workspace as it was when it was opened: nothing that is asked of it changes when files do. */
export interface Workspace {
  /** The real path of the folder that holds `omni-refactor.toml`, or of the repository. */
  readonly root: string;
  readonly config: Config;
  /** Synchronous and read-only: what analyzers and codemods are run on. */
  readonly view: View;
  /** What was left out or looks odd, one line each. */
  readonly notes: readonly string[];
}

export interface WorkspaceOptions {
  /** Instead of the configuration that stands in the workspace. */
  readonly config?: Config;
  /** Read the git history too, which hotspots need. `since`: a revision, a day, or an age such as `1y`. Default: no history. */
  readonly history?: true | { readonly since: string };
  /** ISO day that exceptions are judged by. Default: today, UTC. */
  readonly today?: string;
  /** Threads that parse. 0: this one only. Default: one a core, at most eight. */
  readonly workers?: number;
  /** false: facts are neither kept for the next run nor taken from an earlier one. */
  readonly cache?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Opens the workspace that `folder` lies in, as the command line does.
 * Throws RefactorError `workspace-not-found`, `config-invalid`, `unknown-since`, `git-failed`, `worker-crashed`, `cancelled`.
 */
export async function openWorkspace(folder: string, options: WorkspaceOptions = {}): Promise<Workspace> {
  const root = findWorkspace(resolve(folder));
  const config = options.config ?? (await loadConfig(root));
  const opened = await open({
    root,
    config,
    today: options.today ?? new Date().toISOString().slice(0, 10),
    facts: FACTS,
    history: options.history === undefined ? false : options.history === true ? {} : options.history,
    workers: options.workers ?? defaultWorkers(),
    cacheDir: options.cache === false ? null : cacheFolder(process.env),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return { root: opened.root, config, view: opened.view, notes: [...opened.nested, ...opened.notes] };
}
