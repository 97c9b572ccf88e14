import { parse as parseToml } from 'smol-toml';
import { joinPath, stringsAt, tableAt } from '../../src/workspace/manifest-files.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Run } from './lanes.ts';

/**
 * The crates that a cargo command is about, by name: `--workspace`, `-p`, `--exclude`, `--manifest-path`, else what cargo takes in the folder:
 * the default members, all of a virtual workspace, or the package itself.
 * @returns null where the folder or a name is computed
 */
export function scopeOf(view: View, run: Run, words: readonly string[]): string[] | null {
  const end = words.indexOf('--');
  const cargoWords = end === -1 ? words : words.slice(0, end);
  const manifest = valuesOf(cargoWords, ['--manifest-path'])[0];
  const dir = manifest === undefined ? run.dir : manifestDir(run.dir, manifest);
  if (dir === null) return null;
  const inFolder = packageAt(view, dir);
  const root = inFolder?.cargoRoot ?? rootAt(view, dir);
  if (root === null) return null;
  const members = view.manifests.crates.filter(({ cargoRoot }) => cargoRoot === root);
  const excluded = valuesOf(cargoWords, ['--exclude']);
  const chosen = valuesOf(cargoWords, ['-p', '--package']);
  if ([...excluded, ...chosen].some((name) => /[$`]/.test(name))) return null;
  // What a function or script is called with may name crates.
  if (cargoWords.some((word) => /^\$[@*]$/.test(word))) return null;
  // cargo-deny and cargo-audit read the lock file: it is the whole workspace's. `cargo fmt --all` is every member.
  // In the folder of the workspace it is that too, whatever the package there.
  const isRootFmt = cargoWords[0] === 'fmt' && dir === root && chosen.length === 0;
  const whole =
    isRootFmt ||
    ['--workspace', '--all'].some((flag) => cargoWords.includes(flag)) ||
    /^(?:deny|audit)$/.test(cargoWords[0] ?? '');
  if (whole)
    return members.map(({ name }) => name).filter((name) => !excluded.some((pattern) => matches(pattern, name)));
  if (chosen.length > 0)
    return members.map(({ name }) => name).filter((name) => chosen.some((pattern) => matches(pattern, name)));
  if (inFolder && inFolder.dir === dir && !(dir === root && isVirtual(view, root)))
    return defaults(view, root, dir, members) ?? [inFolder.name];
  return defaults(view, root, dir, members) ?? members.map(({ name }) => name);
}

function manifestDir(dir: string | null, manifest: string): string | null {
  if (dir === null || /[$`]/.test(manifest)) return null;
  const path = joinPath(dir, manifest);
  return path === null ? null : path.replace(/(?:^|\/)Cargo\.toml$/, '');
}

const matches = (pattern: string, name: string): boolean =>
  new RegExp(
    `^${pattern
      .split('@')[0]!
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(name);

/** The package whose folder holds the place. */
function packageAt(view: View, dir: string): Crate | null {
  for (let folder = dir; ; folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '') {
    const found = view.manifests.crates.find((crate) => crate.dir === folder);
    if (found) return found;
    if (folder === '' || view.file(`${folder}/Cargo.toml`)) return null;
  }
}

/** The folder of the virtual workspace at or above the place. */
function rootAt(view: View, dir: string): string | null {
  for (let folder = dir; ; folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '') {
    if (view.file(folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`)) return folder;
    if (folder === '') return null;
  }
}

const manifestIn = (root: string): string => (root === '' ? 'Cargo.toml' : `${root}/Cargo.toml`);

function tableIn(view: View, root: string) {
  try {
    return parseToml(view.text(manifestIn(root)));
  } catch {
    return null;
  }
}

function isVirtual(view: View, root: string): boolean {
  const table = tableIn(view, root);
  return table !== null && tableAt(table, 'package') === null;
}

/** `default-members`, which count only at the root of the workspace; null where there are none. */
function defaults(view: View, root: string, dir: string, members: readonly Crate[]): string[] | null {
  if (dir !== root) return null;
  const table = tableIn(view, root);
  const listed = stringsAt(tableAt(table, 'workspace'), 'default-members');
  if (listed.length === 0) return null;
  const folders = listed.flatMap((one) => joinPath(root, one) ?? []);
  return members
    .filter((crate) => folders.some((folder) => matches(folder === '' ? '' : folder, crate.dir)))
    .map(({ name }) => name);
}

function valuesOf(words: readonly string[], names: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const joined = names.find((name) => name.startsWith('--') && word.startsWith(`${name}=`));
    if (joined !== undefined) return [word.slice(joined.length + 1)];
    const short = names.find((name) => !name.startsWith('--') && word.startsWith(name) && word.length > name.length);
    if (short !== undefined && !word.startsWith('--')) return [word.slice(short.length)];
    return names.includes(word) && words[i + 1] !== undefined ? [words[i + 1]!] : [];
  });
}
