import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn as spawnTerminal } from '@lydell/node-pty';
import { SCRIPTS } from '../../src/cli/completion/shell-scripts.ts';
import { PROJECT_ROOT } from './run-tool.ts';

/** Each word typed as it stands in a terminal, and what the shell has made of the line once Tab was pressed. */
export const TYPED = [
  ['omni-refactor hotsp', 'omni-refactor hotspots '],
  ['omni-refactor split --in-pl', 'omni-refactor split --in-place '],
  ['omni-refactor hotspots --lang=py', 'omni-refactor hotspots --lang=python '],
  ['omni-refactor outline src/sha', 'omni-refactor outline src/shapes.rs '],
  ['omni-refactor move --from src/shapes.rs ar', 'omni-refactor move --from src/shapes.rs area '],
  ['omni-refactor hotspots --explain src/shapes.rs:ar', 'omni-refactor hotspots --explain src/shapes.rs:area '],
] as const;

/** A folder with a workspace in it, the built program on PATH, and the script of each shell by its name. */
export interface ShellHome {
  readonly folder: string;
  readonly work: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

export function shellHome(): ShellHome {
  const folder = mkdtempSync(join(tmpdir(), 'omni-shells-'));
  const work = join(folder, 'work');
  mkdirSync(join(folder, 'bin'));
  symlinkSync(join(PROJECT_ROOT, 'dist/src/cli/main.js'), join(folder, 'bin/omni-refactor'));
  for (const [shell, script] of Object.entries(SCRIPTS)) writeFileSync(join(folder, shell), script);
  mkdirSync(join(work, 'src'), { recursive: true });
  writeFileSync(join(work, 'omni-refactor.toml'), '');
  writeFileSync(join(work, 'src/shapes.rs'), 'pub fn area(side: u32) -> u32 {\n    side * side\n}\n');
  const env = { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, HOME: folder, TERM: 'dumb', LC_ALL: 'C.UTF-8' };
  return { folder, work, env, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Typing {
  readonly command: readonly [shell: string, ...args: string[]];
  /** What is run before the line is typed. */
  readonly setup: string;
  readonly line: string;
  /** Typing ends where the screen shows it, or after 15 seconds. */
  readonly wanted: string;
}

/** Types a line and Tab into a shell on a terminal, and gives what the screen shows. */
export function typeInShell({ work, env }: ShellHome, { command, setup, line, wanted }: Typing): Promise<string> {
  const [shell, ...args] = command;
  const terminal = spawnTerminal(shell, args, { cwd: work, cols: 200, rows: 24, env });
  return new Promise((resolve) => {
    let screen = '';
    let began = false;
    const end = (): void => {
      clearTimeout(timer);
      terminal.kill('SIGKILL');
      resolve(screen);
    };
    const timer = setTimeout(end, 15_000);
    terminal.onData((data) => {
      screen += data;
      if (!began && screen.includes('READY\r')) {
        began = true;
        screen = '';
        terminal.write(`${line}\t`);
      } else if (began && screen.includes(wanted)) end();
    });
    terminal.write(`${setup}; PS1=; PROMPT=; echo READ''Y\r`);
  });
}
