import { byText } from '../../src/core/compare.ts';
import { type LineStarts, lineAt, lineStartsOf } from '../../src/core/lines.ts';
import type { View } from '../../src/workspace/view.ts';
import { composition } from '../composition/index.ts';
import { dirOf, joinPath } from '../composition/resolve-path.ts';
import { whatNames } from './what-names.ts';

/** A place that names a file, or its module, by a string: no compiler checks it. */
export interface Naming {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The file that is named. */
  readonly names: string;
  /** What the place does with it. */
  readonly why: string;
}

/**
 * Every place of the workspace that names one of some files by its path, or by its module's in a log filter or a configuration. Code that
 * mounts or imports it is not meant: compilers follow that.
 */
export function findNamings(view: View, paths: readonly string[]): Naming[] {
  const wanted = new Map(paths.map((path) => [path, namesOf(view, path)]));
  const found: Naming[] = [];
  for (const { path, state, bytes } of view.files) {
    if (state !== 'text' || bytes > LARGEST || SKIPPED.test(path)) continue;
    const text = view.text(path);
    for (const [named, { file, module }] of wanted)
      if (path !== named) found.push(...namingsIn(view, path, text, named, file, module));
  }
  return found.sort((a, b) => byText(a.path, b.path) || a.start - b.start);
}

const LARGEST = 2_000_000;
const SKIPPED =
  /(^|\/)(Cargo\.lock|package-lock\.json|uv\.lock|poetry\.lock|CHANGELOG[^/]*|omni-refactor\.(?:toml|baseline))$|\.(md|rst|svg)$/i;

interface Names {
  readonly file: string;
  /** `demo::parse`, `pkg.mod`; null for a crate's root. */
  readonly module: string | null;
}

function namesOf(view: View, path: string): Names {
  const id = composition.run(view).moduleOf.get(path) ?? null;
  const isModule = id !== null && id !== path && /::|\./.test(id) && !id.includes('[');
  return { file: path.slice(path.lastIndexOf('/') + 1), module: isModule ? id : null };
}

function namingsIn(
  view: View,
  path: string,
  text: string,
  named: string,
  file: string,
  module: string | null,
): Naming[] {
  const found: Naming[] = [];
  const starts = lineStartsOf(text);
  const add = (start: number, end: number): void => {
    const line = lineAt(starts, start);
    const row = text.slice(starts[line - 1]!, starts[line] ?? text.length);
    const why = whatNames(path, row, text.slice(start, end));
    if (why !== null) found.push({ path, line, start, end, names: named, why });
  };
  for (let at = text.indexOf(file); at !== -1; at = text.indexOf(file, at + 1)) {
    const token = tokenAt(text, at, file.length);
    if (token !== null && leadsTo(view, path, token.text, named)) add(token.start, token.end);
  }
  if (module === null) return found;
  for (let at = text.indexOf(module); at !== -1; at = text.indexOf(module, at + 1)) {
    const end = at + module.length;
    if (/[\w.:]/.test(text[at - 1] ?? '') || /^(?:\w|::\w|\.\w)/.test(text.slice(end, end + 3))) continue;
    if (inString(text, starts, at) || !view.file(path)!.grammar) add(at, end);
  }
  return found;
}

const PATH_CHAR = /[\w./*@+-]/;

/** The whole path that a file's name is the end of; null where the name goes on. */
function tokenAt(text: string, at: number, length: number): { start: number; end: number; text: string } | null {
  const end = at + length;
  if (/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2))) return null;
  let start = at;
  while (start > 0 && PATH_CHAR.test(text[start - 1]!)) start -= 1;
  const token = text.slice(start, end);
  return token.length > length && token[token.length - length - 1] !== '/' ? null : { start, end, text: token };
}

/** A path from the workspace's root, from the naming file, from a manifest above it, or with at least one folder of the file's own. */
function leadsTo(view: View, from: string, token: string, named: string): boolean {
  const plain = token.replace(/^\.?\//, '').replace(/^(?:\*\*\/)+/, '');
  if (plain === named || joinPath(dirOf(from), token) === named) return true;
  const homes = [...view.manifests.crates, ...view.manifests.distributions, ...view.manifests.packages].map(
    ({ dir }) => dir,
  );
  if (homes.some((dir) => `${dir === '' ? '' : `${dir}/`}${plain}` === named)) return true;
  return plain.includes('/') && !plain.includes('..') && named.endsWith(`/${plain}`);
}

// Of code only strings count: what stands outside of them is followed by compilers.
function inString(text: string, starts: LineStarts, at: number): boolean {
  const line = text.slice(starts[lineAt(starts, at) - 1]!, at);
  return (line.match(/(?<!\\)["'`]/g)?.length ?? 0) % 2 === 1;
}
