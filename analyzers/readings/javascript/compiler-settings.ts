import { basename, dirname, join } from 'node:path/posix';
import { dataOf, nodeAt, readJsonc, stringOf, stringsOf } from '../../../src/workspace/javascript/read-jsonc.ts';
import type { View } from '../../../src/workspace/view.ts';

type Options = Readonly<Record<string, unknown>>;

/** `compilerOptions` of one configuration with all that it extends. */
export interface CompilerSettings {
  readonly config: string;
  readonly options: Options;
  /** Folder that `paths` are relative to. */
  readonly pathsFrom: string;
  /** False where it extends what is not in the workspace: an option that is missing here may still be set. */
  readonly complete: boolean;
}

/** Views never change: each is asked once for what its configurations say. */
const known = new WeakMap<View, ReadonlyMap<string, readonly CompilerSettings[]>>();

/** The configurations of the nearest folder at or above a file that has one: tsconfig.json first, then its variants. */
export function settingsFor(view: View, path: string): readonly CompilerSettings[] {
  const folders = known.get(view) ?? readFolders(view);
  known.set(view, folders);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = folders.get(folder);
    if (found !== undefined || folder === '.' || folder === '/') return found ?? [];
  }
}

function readFolders(view: View): ReadonlyMap<string, readonly CompilerSettings[]> {
  const configs = view.files
    .filter(({ path, state }) => state === 'text' && /^[jt]sconfig(\.[\w.-]+)?\.json$/.test(basename(path)))
    .map(({ path }) => path)
    .sort((a, b) => Number(basename(b) === 'tsconfig.json') - Number(basename(a) === 'tsconfig.json'));
  const folders = new Map<string, CompilerSettings[]>();
  for (const config of configs) {
    const found = readSettings(view, config, new Set());
    folders.set(dirname(config), [...(folders.get(dirname(config)) ?? []), found]);
  }
  return folders;
}

function readSettings(view: View, config: string, seen: ReadonlySet<string>): CompilerSettings {
  const root = readJsonc(view.text(config));
  const compilerOptions = nodeAt(root, 'compilerOptions');
  const options = (compilerOptions?.kind === 'object' ? dataOf(compilerOptions) : {}) as Options;
  const around = new Set([...seen, config]);
  let settings: CompilerSettings = { config, options: {}, pathsFrom: '', complete: root !== null };
  for (const base of stringsOf(nodeAt(root, 'extends'))) {
    const target = extended(view, config, base);
    if (target === null || around.has(target)) {
      settings = { ...settings, complete: false };
      continue;
    }
    const found = readSettings(view, target, around);
    settings = {
      config,
      options: { ...settings.options, ...found.options },
      pathsFrom: 'paths' in found.options ? found.pathsFrom : settings.pathsFrom,
      complete: settings.complete && found.complete,
    };
  }
  const baseUrl = stringOf(nodeAt(compilerOptions, 'baseUrl'));
  const home = join(dirname(config), baseUrl ?? '.');
  return {
    ...settings,
    options: { ...settings.options, ...options },
    pathsFrom: 'paths' in options || baseUrl !== null ? home : settings.pathsFrom,
  };
}

function extended(view: View, config: string, base: string): string | null {
  if (!base.startsWith('.')) return null;
  const target = join(dirname(config), base);
  return [target, `${target}.json`, `${target}/tsconfig.json`].find((one) => view.file(one)?.state === 'text') ?? null;
}

/** How imports that only types need are treated: dropped, or kept but for `import type`. */
export type ImportMode = 'dropped' | 'kept';

/** The modes in which a file may be compiled; both where nothing says it. JavaScript keeps what it says. */
export function importModes(view: View, path: string): readonly ImportMode[] {
  if (/\.[cm]?jsx?$/.test(path)) return ['kept'];
  const settings = settingsFor(view, path);
  if (settings.length === 0) return ['dropped', 'kept'];
  const modes = new Set<ImportMode>();
  for (const { options, complete } of settings) {
    const { verbatimModuleSyntax, preserveValueImports, importsNotUsedAsValues } = options;
    const kept =
      verbatimModuleSyntax === true || preserveValueImports === true || importsNotUsedAsValues === 'preserve';
    if (kept || (!complete && verbatimModuleSyntax === undefined)) modes.add('kept');
    if (!kept) modes.add('dropped');
  }
  return (['dropped', 'kept'] as const).filter((mode) => modes.has(mode));
}
