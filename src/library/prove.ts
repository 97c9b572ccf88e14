import { resolve } from 'node:path';
import type { Rung } from '../core/evidence.ts';
import { type OnProgress, SILENT } from '../core/progress.ts';
import { findWorkspace } from '../engine/find-workspace.ts';
import { loadConfig } from '../engine/load-config.ts';
import { acceptsOf } from '../engine/verdict/accepts-of.ts';
import { type VerifyResult, verifySides } from '../engine/verify/verify-sides.ts';

export interface ProveOptions {
  /** A folder of the workspace whose repository knows the revisions. Default: the working folder. */
  readonly folder?: string;
  /** Default: S alone, which executes nothing. B, A, M and T build and run the code of both sides. */
  readonly rungs?: readonly Rung[];
  /** Hazard ids whose differences are accepted; the result names them. */
  readonly accept?: readonly string[];
  /** Instead of the runner that is found. */
  readonly testCommand?: readonly string[];
  /** Hears what will be executed, before anything is. */
  readonly onAnnounce?: (lines: readonly string[]) => void;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * Proves that `head` means what `base` does: two revisions, or two folders. Writes nothing of the user's.
 * Throws RefactorError `unknown-side`, `rung-not-built`, `broken-syntax`, `cancelled` …
 */
export async function prove(base: string, head: string, options: ProveOptions = {}): Promise<VerifyResult> {
  const cwd = process.cwd();
  const root = findWorkspace(resolve(options.folder ?? cwd));
  return verifySides({
    cwd,
    root,
    base,
    head,
    config: await loadConfig(root),
    today: new Date().toISOString().slice(0, 10),
    asked: options.rungs ?? ['S'],
    accepts: acceptsOf(options.accept ?? [], []),
    testCommand: options.testCommand ?? null,
    env: process.env,
    onAnnounce: options.onAnnounce ?? (() => {}),
    onProgress: options.onProgress ?? SILENT,
    signal: options.signal ?? new AbortController().signal,
  });
}
