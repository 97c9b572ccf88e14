import { byText } from '../../src/core/compare.ts';
import { type LineStarts, lineAt, lineStartsOf } from '../../src/core/lines.ts';
import { isPlanText } from '../../src/core/plan.ts';
import type { View } from '../../src/workspace/view.ts';
import { dirOf, joinPath } from '../composition/resolve-path.ts';
import type { ModuleName } from './module-name.ts';
import { moduleNames } from './module-names.ts';
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
  const moduleOf = moduleNames(view);
  const wanted = paths.map((path) => ({
    named: path,
    file: path.slice(path.lastIndexOf('/') + 1),
    module: moduleOf(path),
  }));
  const found: Naming[] = [];
  for (const { path, state, bytes } of view.files) {
    if (state !== 'text' || bytes > LARGEST || SKIPPED.test(path)) continue;
    const text = view.text(path);
    if (/\.(?:ya?ml|json)$/.test(path) && isPlanText(text)) continue;
    for (const one of wanted) if (path !== one.named) found.push(...namingsIn(view, path, text, one));
  }
  return found.sort((a, b) => byText(a.path, b.path) || a.start - b.start);
}

const LARGEST = 2_000_000;
const SKIPPED =
  /(^|\/)(Cargo\.lock|package-lock\.json|uv\.lock|poetry\.lock|CHANGELOG[^/]*|omni-refactor\.(?:toml|baseline))$|\.svg$/i;

interface Wanted {
  readonly named: string;
  readonly file: string;
  readonly module: ModuleName | null;
}

function namingsIn(view: View, path: string, text: string, { named, file, module }: Wanted): Naming[] {
  const byModule = module !== null && text.includes(module.hint);
  if (!byModule && !text.includes(file)) return [];
  const found: Naming[] = [];
  const starts = lineStartsOf(text);
  const add = (start: number, end: number, matches: (name: string) => boolean): void => {
    const line = lineAt(starts, start);
    const row = text.slice(starts[line - 1]!, starts[line] ?? text.length);
    const name = text.slice(start, end);
    const why = whatNames(path, row, name);
    if (why !== null && matches(name)) found.push({ path, line, start, end, names: named, why });
  };
  for (let index = text.indexOf(file); index !== -1; index = text.indexOf(file, index + 1)) {
    const token = tokenAt(text, index, file.length);
    if (token !== null) add(token.start, token.end, (name) => leadsTo(view, path, name, named));
  }
  if (!byModule) return found;
  const isCode = view.file(path)!.grammar !== null;
  for (const { index, 0: name } of text.matchAll(module.pattern))
    if (!isCode || inString(text, starts, index)) add(index, index + name.length, module.matches);
  return found;
}

const PATH_CHAR = /[\w./*@+-]/;

/** The whole path that a file's name is the end of; null where the name goes on. */
function tokenAt(text: string, offset: number, length: number): { start: number; end: number; text: string } | null {
  const end = offset + length;
  if (/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2))) return null;
  let start = offset;
  while (start > 0 && PATH_CHAR.test(text[start - 1]!)) start -= 1;
  const token = text.slice(start, end);
  return token.length > length && token[token.length - length - 1] !== '/' ? null : { start, end, text: token };
}

/** A path from the workspace's root, from the naming file, from a manifest above it, or with at least one folder of the file's own. */
function leadsTo(view: View, from: string, token: string, named: string): boolean {
  const plain = token.replace(/^[@~.]?\//, '').replace(/^(?:\*\*\/)+/, '');
  // `${path.module}/../lambda/index.js`: a folder that is given, most often the file's own.
  const fromHere = [token, plain].map((one) => joinPath(dirOf(from), one));
  if (plain === named || fromHere.includes(named)) return true;
  const homes = [...view.manifests.crates, ...view.manifests.distributions, ...view.manifests.packages].map(
    ({ dir }) => dir,
  );
  if (homes.some((dir) => `${dir === '' ? '' : `${dir}/`}${plain}` === named)) return true;
  // Where it is installed is not known: `/srv/site/deploy/web.py`.
  if (token.startsWith('/') && named.includes('/') && token.endsWith(`/${named}`)) return true;
  return plain.includes('/') && !plain.includes('..') && named.endsWith(`/${plain}`);
}

// Of code only strings count: what stands outside of them is followed by compilers.
function inString(text: string, starts: LineStarts, offset: number): boolean {
  const line = text.slice(starts[lineAt(starts, offset) - 1]!, offset);
  return (line.match(/(?<!\\)["'`]/g)?.length ?? 0) % 2 === 1;
}
