import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import { createFilesMatcher, parseTsconfig, type TsConfigJsonResolved } from 'get-tsconfig';
import { nodeAt, readJsonc, stringsOf } from '../../../../workspace/javascript/read-jsonc.ts';

/** What a tsconfig says, with all that it extends. */
export interface ProjectConfig {
  /** Relative to the stage. */
  readonly path: string;
  readonly options: CompilerSettings;
  /** Configurations that it refers to, relative to the stage. */
  readonly references: readonly string[];
  /** Holds no file of its own: it only names other projects. */
  readonly solution: boolean;
  /** Do its `files`, `include` and `exclude` hold a path? An imported file is compiled all the same. */
  readonly lists: (path: string) => boolean;
}

export interface CompilerSettings {
  readonly composite: boolean;
  readonly declaration: boolean;
  readonly noEmit: boolean;
  readonly incremental: boolean;
}

/**
 * Reads a configuration of the stage; one that extends an installed package follows the links of node_modules.
 * @returns why it cannot be read, as a string
 */
export function readProject(root: string, path: string): ProjectConfig | string {
  const place = join(root, path);
  let config: TsConfigJsonResolved;
  try {
    config = parseTsconfig(place);
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0]!.split(`${root}/`).join('') : String(error);
  }
  const { compilerOptions: options = {} } = config;
  const matches = createFilesMatcher({ config, path: place });
  const composite = options.composite === true;
  return {
    path,
    options: {
      composite,
      declaration: options.declaration === true || composite,
      noEmit: options.noEmit === true,
      incremental: options.incremental === true || composite,
    },
    references: (config.references ?? []).flatMap(({ path: to }) => configAt(root, resolve(dirname(place), to)) ?? []),
    solution: config.files?.length === 0 && (config.include?.length ?? 0) === 0,
    lists: (file) => matches(join(root, file)) !== undefined,
  };
}

/** A reference or `-p` names a folder or a file; null where neither is there, or it lies outside of the stage. */
export function configAt(root: string, place: string): string | null {
  const file = existsSync(place) && statSync(place).isDirectory() ? join(place, 'tsconfig.json') : place;
  const path = relative(root, file).split('\\').join('/');
  return path.startsWith('..') || !existsSync(file) ? null : path;
}

/** The configurations of the stage that one extends itself, relative to the stage. */
export function extendedBy(root: string, path: string): string[] {
  const extended = stringsOf(nodeAt(readJsonc(readFileSync(join(root, path), 'utf8')), 'extends'));
  return extended.flatMap((name) => {
    if (!/^\.\.?(\/|$)/.test(name)) return [];
    const place = resolve(root, dirname(path), name);
    return configAt(root, existsSync(place) ? place : `${place}.json`) ?? [];
  });
}

/** Called so only where others share it. */
export const looksShared = (path: string): boolean =>
  /[.-](base|shared|common|options|settings)\.json$/.test(basename(path));
