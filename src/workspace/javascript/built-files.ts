import { join } from 'node:path/posix';
import type { View } from '../view.ts';
import { foldersAbove } from './ignore-rules.ts';
import { stringsOf } from './read-jsonc.ts';
import { commandsOf, scriptsOf } from './script-commands.ts';
import { folderOption, isOn, listOf, tsconfigsAbove, type ViewTsconfig } from './view-tsconfig.ts';

/** How the files that a compiler writes for a source are called; a bundler's are not known. */
export type BuiltFiles = (path: string) => string[];

const NONE: BuiltFiles = () => [];

/**
 * What the package's own tsc writes for its sources: known where a script runs it, or none runs any builder, and the configuration says from where
 * to where.
 */
export function builtFilesOf(view: View, path: string): BuiltFiles {
  if (!/\.[mc]?tsx?$/.test(path)) return NONE;
  const configs = tsconfigsAbove(view, path).filter(emits);
  const config = configs.find((one) => isBuilt(view, path, one)) ?? (hasNoBuilder(view, path) ? configs[0] : undefined);
  const output = config ? folderOption(config, 'outDir') : null;
  const root = config ? rootOf(config) : null;
  if (!config || output === null || root === null) return NONE;
  const start = root === '' ? '' : `${root}/`;
  const types = isOn(config, 'declaration') || isOn(config, 'composite');
  const folders = { code: output, types: folderOption(config, 'declarationDir') ?? output };
  return (source) => {
    if (!source.startsWith(start)) return [];
    const inside = source.slice(start.length);
    const code = join(folders.code, inside.replace(/\.([mc]?)tsx?$/, '.$1js'));
    return types ? [code, join(folders.types, inside.replace(/\.([mc]?)tsx?$/, '.d.$1ts'))] : [code];
  };
}

const emits = (config: ViewTsconfig): boolean => !isOn(config, 'noEmit') && !isOn(config, 'emitDeclarationOnly');

/** `rootDir`, or the only folder that is included. */
function rootOf(config: ViewTsconfig): string | null {
  const given = folderOption(config, 'rootDir');
  if (given !== null) return given;
  const include = listOf(config, 'include');
  const [only, ...more] = include ? stringsOf(include.node) : [];
  if (only === undefined || more.length > 0) return null;
  const folder = /^(?:\.\/)?([\w.-]+)(?:\/\*\*\/\*(\.\w+)?|\/\*\*|\/\*(\.\w+)?)?\/?$/.exec(only)?.[1];
  const home = include!.path.includes('/') ? include!.path.slice(0, include!.path.lastIndexOf('/')) : '';
  return folder === undefined ? null : join(home, folder);
}

/** Does a script of the packages above have tsc write by this configuration? */
function isBuilt(view: View, path: string, config: ViewTsconfig): boolean {
  return commandsAbove(view, path).some(({ folder, words }) => {
    const [program, ...rest] = words;
    if (!/^(tsc|tsgo|vue-tsc)$/.test(program ?? '') || rest.includes('--noEmit')) return false;
    const named = rest.find((word) => !word.startsWith('-')) ?? 'tsconfig.json';
    const place = join(folder, named);
    return place === config.path || join(place, 'tsconfig.json') === config.path;
  });
}

/** Programs that run, test or look at sources, and write none. */
const WRITES_NONE =
  /^(vitest|jest|mocha|ava|jasmine|tap|eslint|biome|prettier|oxlint|knip|attw|publint|echo|rm|rimraf|true|exit|git|changeset|npm)$/;

/** No script says how it is built: whoever builds it runs tsc by hand. */
const hasNoBuilder = (view: View, path: string): boolean =>
  commandsAbove(view, path).every(
    ({ words: [program, ...rest] }) =>
      WRITES_NONE.test(program ?? 'true') || (program === 'tsc' && rest.includes('--noEmit')),
  );

function commandsAbove(view: View, path: string): { readonly folder: string; readonly words: readonly string[] }[] {
  return ['', ...foldersAbove(path)].flatMap((folder) => {
    const manifest = join(folder, 'package.json');
    if (view.file(manifest)?.state !== 'text') return [];
    const scripts = scriptsOf(view.text(manifest));
    return [...scripts.keys()].flatMap((name) => commandsOf(scripts, name)).map(({ words }) => ({ folder, words }));
  });
}
