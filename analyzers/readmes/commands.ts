import { posix } from 'node:path';
import type { View } from '../../src/workspace/view.ts';
import type { Markdown } from './read-markdown.ts';

/** A command of a README that names something that is not there. */
export interface BrokenCommand {
  readonly command: string;
  readonly line: number;
  readonly why: string;
}

/**
 * Commands in code blocks whose package, feature, script, recipe or path does not exist here. What is not understood is left alone: a
 * README may show commands for other places.
 * @param dir folder of the README, from which relative paths and recipes are looked for, then from the top
 */
export function brokenCommands(view: View, dir: string, { code }: Markdown): BrokenCommand[] {
  return code
    .filter(({ block }) => block)
    .flatMap(({ text, line }) =>
      commandsIn(text).flatMap((words): BrokenCommand[] => {
        const why = whyBroken(view, dir, words);
        return why === null ? [] : [{ command: words.join(' '), line, why }];
      }),
    );
}

/** `$ cargo test -p x && just fmt` as lists of words; lines with substitutions are none. */
function commandsIn(row: string): string[][] {
  const text = row.replace(/^\s*(?:\$|>|#)\s+/, '').replace(/\s+#.*$/, '');
  if (/[`$<>{}*[\]\\]/.test(text)) return [];
  return text.split(/&&|\|\||;|\|/).map((one) => one.trim().split(/\s+/));
}

function whyBroken(view: View, dir: string, words: readonly string[]): string | null {
  const [program, ...rest] = words.slice(words.findIndex((word) => !/^\w+=/.test(word)));
  switch (program) {
    case 'cargo':
      return brokenCargo(view, rest);
    case 'npm':
    case 'pnpm':
    case 'yarn':
      return brokenScript(view, dir, rest);
    case 'just':
      return brokenRecipe(view, dir, rest);
    case 'pytest':
      return brokenPaths(view, dir, rest);
    case 'python':
    case 'python3':
      return rest[0] === '-m' && rest[1] === 'pytest' ? brokenPaths(view, dir, rest.slice(2)) : null;
    default:
      return null;
  }
}

const OWN = new Set('build b check c test t run r bench clippy doc nextest fmt'.split(' '));

function brokenCargo(view: View, given: readonly string[]): string | null {
  const words = given[0]?.startsWith('+') ? given.slice(1) : given;
  if (!OWN.has(words[0] ?? '') || words.includes('--manifest-path')) return null;
  const { crates } = view.manifests;
  const packages = valuesOf(words, ['-p', '--package']);
  const lost = packages.find((name) => !crates.some((crate) => crate.name === name.split('@')[0]));
  if (lost !== undefined && crates.length > 0) return `no crate of this workspace is called ${lost}`;
  const named = crates.filter(({ name }) => packages.length === 0 || packages.includes(name));
  const features = valuesOf(words, ['--features', '-F']).flatMap((list) => list.split(','));
  const unknown = features.find((name) => {
    const [crate, feature] = name.includes('/') ? name.split('/') : [null, name];
    return !(crate === null ? named : crates.filter((one) => one.name === crate)).some(
      (one) => one.features.includes(feature!) || feature === 'default',
    );
  });
  if (unknown !== undefined && named.length > 0 && !unknown.includes('/')) return `no crate has the feature ${unknown}`;
  return named.length === 0 ? null : lostTarget(named, words);
}

const TARGETS = ['bin', 'example', 'test', 'bench'] as const;

/** `--bin press`, where none of the crates has such a program. */
function lostTarget(named: View['manifests']['crates'], words: readonly string[]): string | null {
  for (const kind of TARGETS) {
    const lost = valuesOf(words, [`--${kind}`])
      .filter((name) => /^[\w-]+$/.test(name))
      .find((name) => !named.some(({ targets }) => targets.some((one) => one.kind === kind && one.name === name)));
    if (lost !== undefined) return `no crate has the ${kind} ${lost}`;
  }
  return null;
}

function valuesOf(words: readonly string[], names: readonly string[]): string[] {
  const end = words.indexOf('--');
  return (end === -1 ? words : words.slice(0, end)).flatMap((word, i, all) => {
    const joined = names.find((name) => word.startsWith(`${name}=`));
    if (joined !== undefined) return [word.slice(joined.length + 1)];
    return names.includes(word) && all[i + 1] !== undefined ? [all[i + 1]!] : [];
  });
}

function brokenScript(view: View, dir: string, words: readonly string[]): string | null {
  if (words[0] !== 'run' || words[1] === undefined || words[1].startsWith('-')) return null;
  const path = nearest(view, dir, 'package.json');
  if (path === null) return null;
  const scripts = scriptsIn(view.text(path));
  return scripts === null || scripts.includes(words[1]) ? null : `${path} has no script ${words[1]}`;
}

function scriptsIn(text: string): string[] | null {
  try {
    const scripts: unknown = (JSON.parse(text) as { readonly scripts?: unknown }).scripts;
    return typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : [];
  } catch {
    return null;
  }
}

function brokenRecipe(view: View, dir: string, words: readonly string[]): string | null {
  const name = words.find((word) => !word.startsWith('-'));
  const path = ['justfile', 'Justfile', '.justfile']
    .map((file) => nearest(view, dir, file))
    .find((one) => one !== null);
  if (name === undefined || words[0] !== name || path === undefined || path === null) return null;
  const text = view.text(path);
  // Imported recipes and modules stand in other files: not known here.
  if (/^\s*(?:import|mod)\b/m.test(text) || name.includes('::')) return null;
  const escaped = name.replace(/[^\w-]/g, '\\$&');
  return new RegExp(`^(?:@?${escaped}(?:\\s[^:=]*)?:(?!=)|alias\\s+${escaped}\\s*:=)`, 'm').test(text)
    ? null
    : `${path} has no recipe ${name}`;
}

function brokenPaths(view: View, dir: string, words: readonly string[]): string | null {
  const lost = words
    .filter((word) => !word.startsWith('-') && word.includes('/'))
    .map((word) => word.split('::')[0]!.replace(/\/$/, ''))
    .find((word) => !exists(view, posix.join(dir, word)) && !exists(view, posix.normalize(word)));
  return lost === undefined ? null : `there is no ${lost} here`;
}

export const exists = (view: View, path: string): boolean =>
  path === '.' ||
  path === '' ||
  view.file(path) !== undefined ||
  view.files.some((file) => file.path.startsWith(`${path}/`));

/** The file of that name in the folder or the nearest one above. */
function nearest(view: View, dir: string, name: string): string | null {
  for (let folder = dir; ; folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '') {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (view.file(path)?.state === 'text') return path;
    if (folder === '') return null;
  }
}
