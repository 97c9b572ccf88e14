import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../helpers/read-imports.ts';
import { tempFolder } from '../../helpers/temp-workspace.ts';
import { type PtyScreen, startPty } from './pty-screen.ts';

/** The sample repository of the demo, committed, in a folder of its own. */
export function orchard(): string {
  const root = join(tempFolder(), 'orchard');
  mkdirSync(root);
  cpSync(join(PROJECT, 'demo/sample'), root, { recursive: true });
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
      cwd: root,
      stdio: 'ignore',
    });
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'plant');
  return root;
}

export const MAIN = join(PROJECT, 'dist/src/cli/main.js');

/** The compiled program on a terminal, as a person would start it there. */
export function startOmni(
  cwd: string,
  more: { env?: Record<string, string>; columns?: number; rows?: number; command?: readonly string[] } = {},
): PtyScreen {
  const home = tempFolder();
  const { env = {}, command = [process.execPath, MAIN], ...size } = more;
  return startPty({
    command,
    cwd,
    env: { OMNI_REFACTOR_STATE: join(home, 'state'), OMNI_REFACTOR_CACHE: join(home, 'cache'), ...env },
    ...size,
  });
}
