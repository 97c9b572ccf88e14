import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { findProgram } from './find-program.ts';

export interface PythonSearch {
  readonly root: string;
  /** From `--python` or the configuration; wins over everything and is never silently replaced. */
  readonly configured: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** How the project's Python is started, and why this one; `command` is null when there is none. */
export interface FoundPython {
  readonly command: readonly string[] | null;
  readonly why: string;
}

/** Search order: configured, VIRTUAL_ENV, .venv and venv in the workspace, poetry's environment, PATH. */
export async function findPython({ signal, ...search }: PythonSearch): Promise<FoundPython> {
  const placed = placePython(search);
  if (placed.why !== 'poetry') return placed;
  const interpreter = await poetryInterpreter(search.root, signal);
  return interpreter ? { command: [interpreter], why: 'poetry' } : pythonOnPath(search.env);
}

/** The same as far as it can be found without starting a program: where only poetry can tell, `why` is `poetry` and there is no command. */
export function placePython({ root, configured, env }: Omit<PythonSearch, 'signal'>): FoundPython {
  if (configured !== null) {
    const path = /[\\/]/.test(configured) ? resolve(root, configured) : onPath(configured, env);
    return path && existsSync(path)
      ? { command: [path], why: 'configured' }
      : { command: null, why: `the configured interpreter ${configured} does not exist` };
  }
  const folders = [
    ...(env.VIRTUAL_ENV ? [{ folder: env.VIRTUAL_ENV, why: 'VIRTUAL_ENV' }] : []),
    ...['.venv', 'venv'].map((name) => ({ folder: join(root, name), why: name })),
  ];
  for (const { folder, why } of folders) {
    const interpreter = interpreterIn(folder);
    if (interpreter !== null) return { command: [interpreter], why };
  }
  return existsSync(join(root, 'poetry.lock')) ? { command: null, why: 'poetry' } : pythonOnPath(env);
}

function pythonOnPath(env: PythonSearch['env']): FoundPython {
  const found = onPath('python3', env) ?? onPath('python', env);
  return found
    ? { command: [found], why: 'PATH' }
    : { command: null, why: 'no python3 is on the PATH, and the workspace has no virtual environment' };
}

function interpreterIn(folder: string): string | null {
  const candidates = [join(folder, 'bin', 'python'), join(folder, 'Scripts', 'python.exe')];
  return candidates.find((path) => existsSync(path)) ?? null;
}

async function poetryInterpreter(root: string, signal: AbortSignal): Promise<string | null> {
  const found = await findProgram('poetry', ['poetry', 'env', 'info', '--path'], root, signal);
  return found.version && isAbsolute(found.version) ? interpreterIn(found.version) : null;
}

function onPath(name: string, env: PythonSearch['env']): string | null {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const path = join(folder, name);
    if (existsSync(path)) return path;
  }
  return null;
}
