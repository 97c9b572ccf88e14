import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn as spawnTerminal } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCRIPTS } from '../../../src/cli/completion/shell-scripts.ts';
import { PROJECT_ROOT } from '../../helpers/run-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'omni-shells-'));
const path = `${join(folder, 'bin')}:${process.env.PATH}`;
const env = { PATH: path, HOME: folder, TERM: 'dumb', LC_ALL: 'C.UTF-8' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  symlinkSync(join(PROJECT_ROOT, 'dist/src/cli/main.js'), join(folder, 'bin/omni-refactor'));
  for (const [shell, script] of Object.entries(SCRIPTS)) writeFileSync(join(folder, shell), script);
  mkdirSync(join(folder, 'work/src'), { recursive: true });
  writeFileSync(join(folder, 'work/omni-refactor.toml'), '');
  writeFileSync(join(folder, 'work/src/shapes.rs'), 'pub fn area(side: u32) -> u32 {\n    side * side\n}\n');
});

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit'], { env }).status === 0;

/** Each word typed as it stands in a terminal, and what the shell has made of the line once Tab was pressed. */
const TYPED = [
  ['omni-refactor hotsp', 'omni-refactor hotspots '],
  ['omni-refactor split --in-pl', 'omni-refactor split --in-place '],
  ['omni-refactor hotspots --lang=py', 'omni-refactor hotspots --lang=python '],
  ['omni-refactor outline src/sha', 'omni-refactor outline src/shapes.rs '],
  ['omni-refactor move --from src/shapes.rs ar', 'omni-refactor move --from src/shapes.rs area '],
  ['omni-refactor hotspots --explain src/shapes.rs:ar', 'omni-refactor hotspots --explain src/shapes.rs:area '],
] as const;

/** Types a line and Tab into a shell on a terminal, then has the shell itself say the line. */
function typed(shell: string, args: readonly string[], setup: string, line: string, wanted: string): Promise<string> {
  const terminal = spawnTerminal(shell, [...args], { cwd: join(folder, 'work'), cols: 200, rows: 24, env });
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

test.each(TYPED)('bash: %s', async (line, wanted) => {
  expect(
    await typed('bash', ['--norc', '--noprofile', '-i'], `source ${join(folder, 'bash')}`, line, wanted),
  ).toContain(wanted);
});

describe.skipIf(!has('zsh'))('zsh', () => {
  test.each(TYPED)('%s', async (line, wanted) => {
    const setup = `autoload -Uz compinit; compinit -u -D; source ${join(folder, 'zsh')}`;
    expect(await typed('zsh', ['-f', '-i', '+o', 'promptsp'], setup, line, wanted)).toContain(wanted);
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  test.each(TYPED)('%s', (line, wanted) => {
    const script = `source ${join(folder, 'fish')}; complete -C '${line}'`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', script], {
      cwd: join(folder, 'work'),
      env,
      encoding: 'utf8',
    });
    const words = stdout.split('\n').map((one) => one.split('\t')[0]);
    expect(words).toContain(wanted.trimEnd().split(' ').at(-1));
  });
});
