import { moduleSpans } from '../../../src/languages/rust/module-spans.ts';
import { readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** A name that a file may read of another module. */
export interface PathName {
  readonly name: string;
  readonly at: number;
  /** Its path leads to the asked module, as far as that can be seen: what is private there may be meant. */
  readonly direct: boolean;
}

/** How paths name a module: its own name, or `crate` where it is the root. */
export interface AskedModule {
  readonly name: string;
  readonly isRoot: boolean;
  /** Those of the library's crates that a module of the package is called like: paths that begin so may lead there. */
  readonly ownCrates: ReadonlySet<string>;
}

/**
 * The names that a file asks other modules of its crate for: segments of paths, leaves of imports, paths in strings of attributes. A file with
 * a glob import reads all of its words in that way, and `*`.
 */
export function readPathNames(syntax: Syntax, module: AskedModule): PathName[] {
  const globs = moduleGlobs(syntax, module);
  const seen = { module, all: globs.length > 0, whole: globs.includes(true) };
  const found: PathName[] = seen.all ? [{ name: '*', at: 0, direct: seen.whole }] : [];
  for (let node = 0; node < syntax.size; node++) {
    found.push(...namesAt(syntax, node, seen));
    if (kindOf(syntax, node) === 'use_declaration') node = syntax.after[node]! - 1;
  }
  return found;
}

/** What the globs of a file let it see. */
interface Seen {
  readonly module: AskedModule;
  /** All of some module. */
  readonly all: boolean;
  /** All of the asked one. */
  readonly whole: boolean;
}

function namesAt(syntax: Syntax, node: Node, { module, all, whole }: Seen): PathName[] {
  const kind = kindOf(syntax, node);
  if (kind === 'use_declaration') return leafNames(syntax, node, module);
  const text = kind === 'string_content' ? textOf(syntax, node) : '';
  const isPath = text.includes('::');
  if (kind === 'string_content') return all || isPath ? stringNames(text, syntax.start[node]!, whole || isPath) : [];
  if (!/identifier$/.test(kind) || /^scoped/.test(kind)) return [];
  const path = pathBefore(syntax, node);
  const isAsked = path !== null && isOfCrate(path, module);
  if (!isAsked && !all) return [];
  const direct = whole || (isAsked && leadsTo(path, module));
  return [{ name: plain(textOf(syntax, node)), at: syntax.start[node]!, direct }];
}

const plain = (name: string): string => name.replace(/^r#/, '');

/** `super`, the module's own name, or `crate` for the root: what stands right before a name of it. */
const leadsTo = (path: readonly string[], { name, isRoot }: AskedModule): boolean => {
  const last = path[path.length - 1] ?? '';
  return last === 'super' || last === 'self' || (isRoot ? path.length === 1 && last === 'crate' : last === name);
};

const isOfCrate = ([first = '', ...rest]: readonly string[], { ownCrates }: AskedModule): boolean =>
  (!/^(?:std|core|alloc|)$/.test(first) || ownCrates.has(first)) &&
  !/^(?:\p{Lu}|>)/u.test(rest[rest.length - 1] ?? first);

function leafNames(syntax: Syntax, declaration: Node, module: AskedModule): PathName[] {
  return readUseTree(syntax, declaration).flatMap(({ segments, node }) =>
    segments.flatMap((name, i) => {
      const path = segments.slice(0, i);
      if (i > 0 && !isOfCrate(path, module)) return [];
      return [{ name: plain(name), at: syntax.start[node]!, direct: leadsTo(path, module) }];
    }),
  );
}

/** For each glob import of a module of the crate, whether it leads to the asked one: `use super::*`, `use crate::m::*`. */
function moduleGlobs(syntax: Syntax, module: AskedModule): boolean[] {
  const spans = moduleSpans(syntax);
  const found: boolean[] = [];
  for (let node = 0; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'use_declaration') continue;
    const depth = spans.findLast(({ from, until }) => from <= node && node < until)?.depth ?? 0;
    for (const { glob, segments } of readUseTree(syntax, node))
      if (glob && isOfCrate(segments, module) && !staysInside(segments, depth)) found.push(leadsTo(segments, module));
  }
  return found;
}

/** `use super::*` of an inner module leads no further than to the file. */
const staysInside = (segments: readonly string[], depth: number): boolean =>
  segments.length <= depth && segments.every((one) => one === 'super');

const PATH = /(?:(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*\s*::\s*)+$/u;

/** The segments right before a node; null where it begins a path, or stands behind a type's arguments. */
function pathBefore(syntax: Syntax, node: Node): string[] | null {
  const text = syntax.text.slice(Math.max(0, syntax.start[node]! - 200), syntax.start[node]);
  if (!text.trimEnd().endsWith('::')) return null;
  const path = PATH.exec(text)?.[0];
  return path === undefined
    ? ['']
    : path
        .split('::')
        .slice(0, -1)
        .map((one) => plain(one.trim()));
}

const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;

// `#[serde(with = "super::hex")]`, `"{LIMIT}"`.
const stringNames = (text: string, offset: number, direct: boolean): PathName[] =>
  [...text.matchAll(WORD)].map((match) => ({ name: match[0], at: offset + match.index, direct }));
