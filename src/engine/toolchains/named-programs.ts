import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'smol-toml';
import { placePython } from './find-python.ts';

/** A program that would not be started, or would be another one, if the repository did not name it. */
export interface NamedProgram {
  /** As the doctor's rows call it. */
  readonly name: string;
  /** What is started: a file, a folder of programs, or a command. */
  readonly path: string;
  /** What names it. */
  readonly by: string;
}

export interface NamedSearch {
  readonly root: string;
  readonly configured: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The programs that a look at the toolchains starts for this repository alone; starts nothing itself. */
export function namedPrograms(search: NamedSearch): NamedProgram[] {
  const { root } = search;
  const tsc = tscOf(root);
  return [
    ...folderChain(root).flatMap(toolchainIn).slice(0, 1),
    ...folderChain(root).flatMap(aliasesIn),
    ...pythonOf(search),
    ...(existsSync(tsc) ? [{ name: 'tsc', path: tsc, by: 'node_modules' }] : []),
  ];
}

/** One line for each of these programs that the repository names. */
export const namedAmong = (search: NamedSearch, names: readonly string[]): string[] =>
  namedPrograms(search)
    .filter(({ name }) => names.includes(name))
    .map(({ name, path, by }) => `${name} is ${path} (${by})`);

/** The interpreter that a proof starts, unless nothing is found. */
export function pythonAmong(search: NamedSearch): string[] {
  const { command, why } = placePython(search);
  if (command) return [`python is ${command.join(' ')} (${why})`];
  return why === 'poetry' ? ['python is the one that `poetry env info --path` prints'] : [];
}

/** Where the project's own TypeScript lies, if it has one. */
export const tscOf = (root: string): string => join(root, 'node_modules', 'typescript', 'bin', 'tsc');

function pythonOf({ root, configured, env }: NamedSearch): NamedProgram[] {
  const { command, why } = placePython({ root, configured, env });
  if (why === 'poetry') return [{ name: 'python', path: 'poetry env info --path', by: 'poetry.lock' }];
  const foreign = why === 'PATH' || (why === 'VIRTUAL_ENV' && !command?.[0]?.startsWith(root));
  return command === null || foreign ? [] : [{ name: 'python', path: command[0]!, by: why }];
}

/** `[toolchain] path`: rustup starts cargo, rustc and the others from that folder. */
function toolchainIn(folder: string): NamedProgram[] {
  for (const name of ['rust-toolchain', 'rust-toolchain.toml']) {
    const path = (tomlAt(join(folder, name))?.toolchain as { path?: unknown } | undefined)?.path;
    if (typeof path === 'string') return [{ name: 'cargo', path: resolve(folder, path), by: name }];
  }
  return [];
}

/** An alias comes before the program `cargo-clippy` or `cargo-nextest`, and may run whatever the package holds. */
function aliasesIn(folder: string): NamedProgram[] {
  return ['config', 'config.toml'].flatMap((name) => {
    const aliases = tomlAt(join(folder, '.cargo', name))?.alias as Readonly<Record<string, unknown>> | undefined;
    return ['clippy', 'nextest'].flatMap((program) => {
      const words = aliases?.[program];
      if (words === undefined) return [];
      return [{ name: program, path: `cargo ${[words].flat().join(' ')}`, by: `an alias in .cargo/${name}` }];
    });
  });
}

/** What cannot be read names nothing: the tools refuse it too. */
function tomlAt(path: string): Readonly<Record<string, unknown>> | null {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** A folder and those above it, the nearest first: where rustup and cargo look for their settings. */
function folderChain(folder: string): string[] {
  const chain = [folder];
  for (let dir = folder; dirname(dir) !== dir; dir = dirname(dir)) chain.push(dirname(dir));
  return chain;
}
