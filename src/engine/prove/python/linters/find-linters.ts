import type { View } from '../../../../workspace/view.ts';
import type { LintMessage } from './lint-message.ts';
import { readMypy } from './read-mypy.ts';
import { readPyright } from './read-pyright.ts';
import { readRuff } from './read-ruff.ts';

export type LinterName = 'ruff' | 'mypy' | 'pyright';

/** A linter that the project configures. */
export interface ConfiguredLinter {
  readonly name: LinterName;
  /** The file that configures it. */
  readonly config: string;
  /** Folder of that file, from the workspace: where it runs. */
  readonly folder: string;
  /** Its configuration lists the files to look at; else they are given as arguments. */
  readonly choosesFiles: boolean;
}

/** Own configuration files of each, and its section in files that it shares with others. */
const SIGNS: Readonly<Record<LinterName, { readonly own: RegExp; readonly shared: readonly [RegExp, RegExp][] }>> = {
  ruff: { own: /^\.?ruff\.toml$/, shared: [[/^pyproject\.toml$/, /^\[tool\.ruff\b[^\]]*\]/m]] },
  mypy: {
    own: /^\.?mypy\.ini$/,
    shared: [
      [/^pyproject\.toml$/, /^\[tool\.mypy\]/m],
      [/^setup\.cfg$/, /^\[mypy\]/m],
    ],
  },
  pyright: { own: /^pyrightconfig\.json$/, shared: [[/^pyproject\.toml$/, /^\[tool\.pyright\]/m]] },
};

export const READERS: Readonly<Record<LinterName, (stdout: string) => LintMessage[]>> = {
  ruff: readRuff,
  mypy: readMypy,
  pyright: readPyright,
};

/** The linters that are configured for a file: each by the nearest folder above it, as the tools look for it. */
export function findLinters(view: View, path: string): ConfiguredLinter[] {
  return (Object.keys(SIGNS) as LinterName[]).flatMap((name) => {
    const found = view.files
      .filter((file) => file.state === 'text' && isIn(path, folderOf(file.path)) && configures(view, name, file.path))
      .sort((a, b) => folderOf(b.path).length - folderOf(a.path).length)[0];
    if (!found) return [];
    const choosesFiles = name === 'mypy' && MYPY_TARGETS.test(view.text(found.path));
    return [{ name, config: found.path, folder: folderOf(found.path), choosesFiles }];
  });
}

function configures(view: View, name: LinterName, path: string): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const { own, shared } = SIGNS[name];
  return own.test(base) || shared.some(([file, section]) => file.test(base) && section.test(view.text(path)));
}

/** `files = …` in mypy's own section, before the next one begins. */
const MYPY_TARGETS = /^\[(?:tool\.)?mypy\][^\n]*\n(?:(?!\[)[^\n]*\n)*?\s*(files|packages|modules)\s*=/m;

const isIn = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
