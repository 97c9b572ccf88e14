import { posix } from 'node:path';
import { dirOf } from '../../../../src/workspace/manifest-files.ts';
import type { DistributionFiles, Ships } from './distribution-files.ts';

const STRING = /'((?:[^'\\\n]|\\.)*)'/g;
const SUBDIR = /\binstall_subdir\s*\(((?:[^()]|\([^()]*\))*)\)/g;

/** What meson installs of a distribution: files that its `meson.build` name, and folders that they install whole. */
export function meson({ view, dir }: DistributionFiles): Ships {
  const below = dir === '' ? '' : `${dir}/`;
  const builds = view.files
    .filter(({ path, state }) => state === 'text' && path.startsWith(below) && /(^|\/)meson\.build$/.test(path))
    .map(({ path }) => ({
      home: dirOf(path.slice(below.length)),
      text: view.text(path).replace(/#[^\n]*/g, ''),
    }));
  const named = new Set(
    builds.flatMap(({ home, text }) => [...text.matchAll(STRING)].map(([, quoted]) => posix.join(home, quoted!))),
  );
  const folders = builds.flatMap(({ home, text }) =>
    [...text.matchAll(SUBDIR)].map(([, quoted]) => folderOf(home, quoted!)),
  );
  const listed = new Set([...named].filter((path) => path.endsWith('.py')).map(dirOf));
  return (path) => {
    // A file by its name, or by its stem where a loop puts the end to it.
    if (named.has(path) || named.has(path.replace(/\.py$/, ''))) return true;
    const around = folders.filter(({ home }) => path.startsWith(`${home}/`));
    if (around.some(({ home, without }) => !without.has(path.slice(home.length + 1)))) return true;
    // A new file is installed where a folder is, and nowhere else that these files know of.
    return around.length > 0 ||
      builds.some(({ home }) => isBelow(path, home) && home !== '') ||
      [...listed].some((home) => isBelow(path, home))
      ? false
      : null;
  };
}

/** `install_subdir('pkg', exclude_files: ['a.py'])`; a folder that it leaves out is `exclude_directories`. */
function folderOf(home: string, quoted: string): { readonly home: string; readonly without: ReadonlySet<string> } {
  const [first] = [...quoted.matchAll(STRING)];
  const excluded = /\bexclude_files\s*:\s*(\[[^\]]*\]|'[^']*')/.exec(quoted)?.[1] ?? '';
  return {
    home: posix.join(home, first?.[1] ?? ''),
    without: new Set([...excluded.matchAll(STRING)].map(([, name]) => name!)),
  };
}

const isBelow = (path: string, folder: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);
