import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder, writeFiles } from './temp-workspace.ts';

export interface TempRepository {
  readonly root: string;
  git(...args: string[]): string;
  /** Into the work tree only. */
  write(files: Readonly<Record<string, string>>): void;
  /** Writes files (null deletes), commits all, and returns the commit's id. */
  commit(
    files: Readonly<Record<string, string | null>>,
    more?: { author?: string; day?: number; renames?: Record<string, string> },
  ): string;
}

const EPOCH = Date.UTC(2026, 0, 1) / 1000;

/** An empty repository for one test, deaf to this machine's git configuration. `day` counts from 2026-01-01. */
export function tempRepository(): TempRepository {
  const root = tempFolder();
  let clock = 0;
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
    execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', ...env },
    }).trim();
  run(['init', '-q', '-b', 'main']);
  run(['config', 'user.name', 'Ada']);
  run(['config', 'user.email', 'ada@example.org']);
  return {
    root,
    git: (...args) => run(args),
    write: (files) => writeFiles(root, files),
    commit(files, { author = 'Ada <ada@example.org>', day = clock, renames = {} } = {}) {
      clock = day + 1;
      for (const [from, to] of Object.entries(renames)) {
        writeFiles(root, { [to]: '' });
        renameSync(join(root, from), join(root, to));
      }
      for (const [path, content] of Object.entries(files))
        if (content === null) rmSync(join(root, path));
        else writeFiles(root, { [path]: content });
      run(['add', '-A']);
      const date = `@${EPOCH + day * 86_400} +0000`;
      run(['commit', '-q', '--allow-empty', '--author', author, '-m', 'c'], {
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      });
      return run(['rev-parse', 'HEAD']);
    },
  };
}
