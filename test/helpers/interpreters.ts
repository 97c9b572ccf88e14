import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

export interface Interpreter {
  readonly path: string;
  /** `3.13.0` */
  readonly version: string;
  /** 13 of 3.13. */
  readonly minor: number;
}

const OLDEST = 9;

/** One Python of each minor version from 3.9 that is installed here, under pyenv or on the PATH. Tests print what they ran on. */
export async function interpreters(): Promise<Interpreter[]> {
  const pyenv = join(homedir(), '.pyenv/versions');
  const folders = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => /^3\.\d+\.\d+$/.test(name)) : [];
  const minors = Array.from({ length: 10 }, (_, i) => `python3.${OLDEST + i}`);
  const candidates = [...folders.sort().map((name) => join(pyenv, name, 'bin/python3')), ...minors, 'python3'];
  const found = new Map<number, Interpreter>();
  for (const path of candidates) {
    const version = await versionOf(path);
    const minor = Number(version?.split('.')[1]);
    if (version !== null && minor >= OLDEST && !found.has(minor)) found.set(minor, { path, version, minor });
  }
  return [...found.values()].sort((a, b) => a.minor - b.minor);
}

async function versionOf(path: string): Promise<string | null> {
  try {
    const { exitCode, stdout } = await runTool(path, ['-c', 'import platform; print(platform.python_version())'], {
      cwd: '/',
    });
    return exitCode === 0 ? stdout.trim() : null;
  } catch {
    return null;
  }
}
