import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { OmniRun } from './run-omni.ts';
import { PROJECT_ROOT } from './run-tool.ts';
import { tempFolder } from './temp-workspace.ts';

export type Env = Readonly<Record<string, string>>;

/** Runs the last build as a process of its own, with state and cache in a folder: a machine. */
export function onMachine(home: string, cwd: string, args: readonly string[], env: Env = {}): Promise<OmniRun> {
  const own = { OMNI_REFACTOR_STATE: join(home, 'state'), OMNI_REFACTOR_CACHE: join(home, 'cache'), NO_COLOR: '1' };
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist/src/cli/main.js'), ...args], {
    cwd,
    env: { ...process.env, ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
  });
}

/** A PATH on which there is git, and nothing that builds or tests. */
export function gitAlone(): Env {
  const folder = tempFolder();
  const place = process.env.PATH!.split(delimiter).find((one) => existsSync(join(one, 'git')));
  symlinkSync(join(place!, 'git'), join(folder, 'git'));
  return { PATH: folder };
}

export const COUNT = 4;

/** What four machines hand over of a command, each in a process of its own and all at once; the names of their files. */
export async function sharesOf(cwd: string, line: readonly string[], env: Env = {}): Promise<string[]> {
  const home = tempFolder();
  const numbers = Array.from({ length: COUNT }, (_, i) => i + 1);
  return Promise.all(
    numbers.map(async (shard) => {
      const file = join(home, `${shard}.json`);
      mkdirSync(join(home, `${shard}`));
      const share = ['--prove-shard', `${shard}/${COUNT}`, '--evidence-out', file];
      const ran = await onMachine(join(home, `${shard}`), cwd, [...line, ...share], env);
      if (ran.exitCode !== 0) throw new Error(`shard ${shard} ended with ${ran.exitCode}: ${ran.stderr}`);
      return file;
    }),
  );
}

interface Command {
  readonly command: readonly string[];
}

/** A report without times, without the folder of the machine, without what programs printed, and without the commands of tests that were divided: those are as they were run. */
export function compared(stdout: string): string {
  const report: unknown = JSON.parse(stdout, (key, value: unknown) => {
    if (key === 'seconds' || key === 'output' || key === 'receipt') return null;
    if (key === 'commands') return (value as Command[]).filter(({ command }) => !isOfTests(command.join(' ')));
    return value;
  });
  return JSON.stringify(report, null, 2).replaceAll(/\/[^"\\ ]*\/(?=stage\/(?:tree|scratch))/g, '');
}

const isOfTests = (command: string): boolean => /\bnextest run\b|-m pytest\b|\bvitest\b/.test(command);

export const pathWith = (folder: string): Env => ({ PATH: `${folder}${delimiter}${process.env.PATH}` });
