import type { ClientConfig } from '../../src/config/config.ts';
import type { View } from '../../src/workspace/view.ts';
import { type ClientFile, isTestPath, readClientFile } from './client-file.ts';
import { clientLanguage } from './client-languages.ts';

/** A client as it stands in the workspace. */
export interface Client {
  readonly path: string;
  /** Sources, without files that hold tests alone. */
  readonly sources: readonly ClientFile[];
  readonly tests: readonly ClientFile[];
  /** The README beside the sources, or above them up to the manifest. */
  readonly readme: string | null;
  /** Where the README would stand. */
  readonly folder: string;
}

/** Reads the files of a client. */
export function readClient(view: View, { path, tests }: ClientConfig): Client {
  const isBelow = (file: string, folder: string): boolean =>
    folder === '.' || file === folder || file.startsWith(`${folder}/`);
  const files = view.files.filter(({ grammar, state }) => state === 'text' && clientLanguage(grammar) !== null);
  const read = (file: string): ClientFile => {
    const syntax = view.syntax(file);
    return readClientFile(file, syntax, clientLanguage(syntax.grammar)!);
  };
  const own = files.filter((file) => isBelow(file.path, path)).map((file) => file.path);
  const named = files.filter((file) => tests.some((one) => isBelow(file.path, one))).map((file) => file.path);
  const folder = folderOf(view, path);
  return {
    path,
    sources: own.filter((file) => !isTestPath(file)).map(read),
    tests: [...new Set([...own.filter(isTestPath), ...named])].map(read),
    readme: [`${folder}/README.md`, `${folder}/readme.md`].map(trimmed).find((file) => view.file(file)) ?? null,
    folder,
  };
}

const trimmed = (path: string): string => path.replace(/^\.?\//, '');

/** The folder of the crate or distribution that the client is in, else its own. */
function folderOf(view: View, path: string): string {
  const own = view.file(path) === undefined ? path : path.slice(0, Math.max(0, path.lastIndexOf('/')));
  for (let folder = own; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const has = (name: string): boolean => view.file(trimmed(`${folder}/${name}`)) !== undefined;
    if (['README.md', 'Cargo.toml', 'pyproject.toml'].some(has)) return folder;
    if (folder === '') return own;
  }
}
