import { basename, dirname, join } from 'node:path/posix';
import { nodeAt, readJsonc } from '../../../../workspace/javascript/read-jsonc.ts';
import type { View } from '../../../../workspace/view.ts';
import { foldersUp } from '../find-tool.ts';

export type ToolName = 'prettier' | 'biome' | 'eslint' | 'xo' | 'oxlint';

/** A formatter or linter that the project configures. */
export interface ConfiguredTool {
  readonly name: ToolName;
  /** The file that configures it. */
  readonly config: string;
  /** Folder of that file, from the workspace: where it runs. */
  readonly folder: string;
}

/** Package that has each, its own configuration files, its key in package.json, and whether a dependency alone is a sign. */
const SIGNS: Readonly<
  Record<ToolName, { readonly pkg: string; readonly own: RegExp; readonly key: string; readonly bare: boolean }>
> = {
  prettier: { pkg: 'prettier', own: /^(\.prettierrc(\.\w+)?|prettier\.config\.\w+)$/, key: 'prettier', bare: true },
  biome: { pkg: '@biomejs/biome', own: /^\.?biome\.jsonc?$/, key: 'biome', bare: false },
  eslint: { pkg: 'eslint', own: /^(\.eslintrc(\.\w+)?|eslint\.config\.\w+)$/, key: 'eslintConfig', bare: false },
  xo: { pkg: 'xo', own: /^(\.xo-config(\.\w+)?|xo\.config\.\w+)$/, key: 'xo', bare: true },
  oxlint: { pkg: 'oxlint', own: /^\.?oxlintrc\.json$/, key: 'oxlint', bare: true },
};

export const packageOf = (name: ToolName): string => SIGNS[name].pkg;

/** The tools that are configured for a file: each by the nearest folder above it, as they look for it themselves. */
export function findTools(view: View, path: string): ConfiguredTool[] {
  const folders = foldersUp(dirname(path));
  const files = view.files.filter((file) => file.state === 'text' && folders.includes(folderOf(file.path)));
  return (Object.keys(SIGNS) as ToolName[]).flatMap((name) => {
    const found = files
      .filter((file) => configures(view, name, file.path))
      .sort((a, b) => folderOf(b.path).length - folderOf(a.path).length)[0];
    return found ? [{ name, config: found.path, folder: folderOf(found.path) }] : [];
  });
}

function configures(view: View, name: ToolName, path: string): boolean {
  const { pkg, own, key, bare } = SIGNS[name];
  if (own.test(basename(path))) return true;
  if (basename(path) !== 'package.json') return false;
  const table = readJsonc(view.text(path));
  const depends = ['devDependencies', 'dependencies'].some((list) => nodeAt(table, list, pkg) !== null);
  return nodeAt(table, key) !== null || (bare && depends);
}

const folderOf = (path: string): string => (path.includes('/') ? dirname(path) : '');

/** Relative to the folder that a tool runs in. */
export const within = ({ folder }: ConfiguredTool, path: string): string =>
  folder === '' ? path : path.slice(join(folder, '/').length);
