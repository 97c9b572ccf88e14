import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ChangeSet } from '../../src/core/change-set.ts';
import { DRAFT } from './locked-workspace.ts';

export interface Crash {
  readonly build: string;
  readonly root: string;
  /** What OMNI_REFACTOR_STATE names. */
  readonly home: string;
  readonly verb: 'apply' | 'undo' | 'resume';
  readonly changeSets?: readonly ChangeSet[];
  readonly killAt?: number;
  readonly middle?: boolean;
  /** Kills from outside so many milliseconds after the work began. */
  readonly killAfterMs?: number;
  /** In blocks of 1024 bytes: no file may become larger. */
  readonly largestFile?: number;
}

export interface Crashed {
  /** What it printed behind `go`. */
  readonly said: string;
  readonly killed: boolean;
  /** Milliseconds from `go` to its end. */
  readonly worked: number;
}

/** Runs one apply, undo or resume in a process of its own. */
export function runCrashChild(crash: Crash): Promise<Crashed> {
  const { killAfterMs, largestFile, ...input } = crash;
  const argument = JSON.stringify({ killAt: 0, draft: DRAFT, ...input });
  const limit = largestFile === undefined ? '' : `ulimit -f ${largestFile}; `;
  const command = `${limit}exec "$0" "$@"`;
  const child = spawn(
    'bash',
    ['-c', command, process.execPath, join(import.meta.dirname, 'crash-child.mjs'), argument],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  let began = 0;
  return new Promise((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') {
        began = performance.now();
        if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      }
      said += chunk.toString();
    });
    child.on('error', fail);
    child.on('close', (_, signal) =>
      done({
        said: said.replace('go\n', '').trim(),
        killed: signal === 'SIGKILL',
        worked: performance.now() - began,
      }),
    );
  });
}
