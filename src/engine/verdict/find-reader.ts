import { posix } from 'node:path';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import { compileGlob } from '../../workspace/compile-glob.ts';
import type { FileEntry, View } from '../../workspace/view.ts';
import { parseData } from './parse-data.ts';

/**
 * The first place of a view that may read a file which is not a source: a string of the code or an entry of a manifest that names it, its
 * folder, or files of its kind. A comment or a web address does not count.
 * @param how which of these count
 * @returns `src/lib.rs:1 names README.md`, or null
 */
export function findReader(view: View, path: string, how: 'in any way' | 'by name' = 'in any way'): string | null {
  const { base, name, ext } = posix.parse(path);
  const needles = [base, name, ext, ...parentsOf(path).map((one) => posix.basename(one))].filter((one) => one !== '');
  for (const file of view.files) {
    if (file.state !== 'text' || file.bytes > LARGEST || file.path === path) continue;
    const found = foundIn(view, file, path, needles, how);
    if (found !== null)
      return `${file.path}:${lineAt(lineStartsOf(view.text(file.path)), Math.max(0, view.text(file.path).indexOf(found.named)))} ${found.does}`;
  }
  return null;
}

function foundIn(
  view: View,
  { path: from, grammar }: FileEntry,
  path: string,
  needles: readonly string[],
  how: 'in any way' | 'by name',
): Found | null {
  const isManifest = grammar === null && MANIFEST.test(from);
  const glob =
    grammar === null && how === 'in any way' && (isManifest || WORKFLOW.test(from))
      ? doctested(view.text(from), path)
      : null;
  if (glob !== null) return glob;
  if (isManifest) return how === 'by name' ? null : inManifest(from, view.text(from), path);
  if (grammar === null && how === 'in any way' && runsCommands(view, from))
    return inCommands(from, view.text(from), path);
  if (grammar === null && !SPLICED.test(from)) return null;
  const text = view.text(from);
  return needles.some((needle) => text.includes(needle)) ? inCode(text, path, how) : null;
}

interface Found {
  /** As it stands there. */
  readonly named: string;
  readonly does: string;
}

const LARGEST = 2_000_000;
const SPLICED = /\.(?:in|inc)$/;
const MANIFEST =
  /(?:^|\/)(?:Cargo\.toml|pyproject\.toml|setup\.cfg|MANIFEST\.in|tox\.ini|pytest\.ini|package\.json|meson\.build|CMakeLists\.txt|GNUmakefile|[Mm]akefile|[Jj]ustfile|Dockerfile|BUILD(?:\.bazel)?|[^/]*\.(?:mk|bzl|bazel|nix|sh))$/;

/** `a/b/c.md` -> `a/b`, `a`. */
function parentsOf(path: string): string[] {
  const found: string[] = [];
  for (let dir = posix.dirname(path); dir !== '.'; dir = posix.dirname(dir)) found.push(dir);
  return found;
}

/** What stands before a closing quote: a string without blanks, whole. A sentence in quotes reads nothing. */
function inCode(text: string, path: string, how: 'in any way' | 'by name'): Found | null {
  for (const [, quoted] of text.matchAll(/([^\s"'`]+)["'`]/g)) {
    const found = mentionOf(quoted!, path);
    if (found !== null && (how === 'in any way' || found.does.startsWith('names'))) return found;
  }
  return null;
}

function inManifest(from: string, text: string, path: string): Found | null {
  const data = parseData(from, text);
  for (const { named, keys } of data === null ? rowsOf(text) : stringsIn(data, [])) {
    if (keys.some((key) => LEAVES_OUT.test(key)) || LEAVES_OUT.test(named)) continue;
    for (const word of named.split(/[\s,;]+/)) {
      // `file:README.md` of setup.cfg.
      const found = mentionOf(word.replace(/^\w+:(?!\/\/)/, ''), path);
      if (found === null) continue;
      if (found.does.startsWith('names') || keys.some((key) => LISTS.test(key))) return found;
    }
  }
  return null;
}

const LEAVES_OUT = /^(?:.*[-_])?(?:exclude|omit|ignore|skip|prune)/i;
/** Keys below which a folder or a pattern stands for its files. */
const LISTS = /include|files|packages|package.data|data|readme|assets|commands|testpaths|doctest/i;

const WORKFLOW = /\.(?:ya?ml|toml)$/;
/** Keys of workflows, hooks and task files whose values are commands, or their arguments. */
const RUNS =
  /^(?:run|script|scripts|before_script|after_script|entry|args|cmds?|commands?|bash|pwsh|inputs|tasks|steps|files|with)$/i;

/** A workflow, a file of hooks or tasks, or a program that no ending tells of. */
const runsCommands = (view: View, from: string): boolean =>
  WORKFLOW.test(from) || (posix.extname(from) === '' && view.text(from).startsWith('#!'));

/** A command that names the file, in what runs commands. */
function inCommands(from: string, text: string, path: string): Found | null {
  const data = WORKFLOW.test(from) ? parseData(from, text) : null;
  for (const { named, keys } of data === null ? rowsOf(text) : stringsIn(data, [])) {
    if (data !== null && !keys.some((key) => RUNS.test(key))) continue;
    if (keys.some((key) => LEAVES_OUT.test(key))) continue;
    for (const word of named.split(/[\s,;="'`()]+/)) {
      const found = mentionOf(word, path);
      if (found?.does.startsWith('names')) return found;
    }
  }
  return null;
}

/** `--doctest-glob=*.md` of pytest, wherever it is told so. */
function doctested(text: string, path: string): Found | null {
  for (const [named, pattern] of text.matchAll(/--doctest-glob[=\s"',]+([^\s"',]+)/g)) {
    const isMeant = compileGlob(pattern!.includes('/') ? pattern! : `**/${pattern}`).test(path);
    if (isMeant) return { named, does: `has pytest read files like ${pattern}` };
  }
  return null;
}

/** Every string of some data with the keys that lead to it. */
function* stringsIn(data: unknown, keys: readonly string[]): Generator<{ named: string; keys: readonly string[] }> {
  if (typeof data === 'string') yield { named: data, keys };
  else if (Array.isArray(data)) for (const one of data) yield* stringsIn(one, keys);
  else if (typeof data === 'object' && data !== null)
    for (const [key, value] of Object.entries(data)) yield* stringsIn(value, [...keys, key]);
}

const rowsOf = (text: string): { named: string; keys: readonly string[] }[] =>
  text
    .split(/\r?\n/)
    .filter((row) => !/^\s*#/.test(row))
    .flatMap((row) => row.split(/["'`()[\]{}=<>]+/).map((named) => ({ named, keys: [] })));

/** Whether a word names a file, a folder above it, or files like it. */
function mentionOf(pattern: string, path: string): Found | null {
  if (pattern.includes('://')) return null;
  const name = posix.basename(path);
  const last = pattern.split('/').at(-1)!;
  if (pattern.endsWith(name) && !/[\w-]/.test(pattern.at(-name.length - 1) ?? '/'))
    return { named: pattern, does: `names ${posix.basename(pattern)}` };
  if (isKind(last, name)) return { named: pattern, does: `reads files like ${pattern}` };
  const folder = parentsOf(path).find((one) => leadsTo(pattern, one));
  return folder === undefined ? null : { named: pattern, does: `reads the folder ${folder}` };
}

/** `*.md`, `README*`, `{name}.md`, `.md`: one string for many files. */
function isKind(pattern: string, name: string): boolean {
  const extension = posix.extname(name);
  if (extension !== '' && pattern === extension) return true;
  if (extension !== '' && pattern.endsWith(extension) && /[{}%$]/.test(pattern)) return true;
  return /[^*]/.test(pattern) && pattern.includes('*') && compileGlob(pattern).test(name);
}

/** A path that ends with the folder: `docs`, `../docs/`, `docs/**`. */
function leadsTo(pattern: string, folder: string): boolean {
  const plain = pattern
    .split('/')
    .filter((part) => !/^(?:|\.|\.\.|\*+)$/.test(part))
    .join('/');
  return plain !== '' && (plain === folder || folder.endsWith(`/${plain}`) || plain.endsWith(`/${folder}`));
}
