import { relative } from 'node:path/posix';
import { hashOf } from '../../../src/core/hash.ts';
import { readPathValue } from '../../../src/languages/rust/composition/path-value.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, type Syntax } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { dirOf } from '../resolve-path.ts';
import { compositionOf } from './facts.ts';
import { type IncludedPart, includedParts } from './included-parts.ts';

/** A range of spliced text that stands in a file; what lies between two ranges was added. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  /** Offset in that file of `start`. */
  readonly at: number;
  /** The part of the host that it came with: equal to `path` but for parts of parts; null in the host itself. */
  readonly part: string | null;
  /** Predicates of the `include!`s that it came through. */
  readonly cfg: readonly string[];
}

/** A file as the compiler reads it: the texts of its parts in place of their `include!`s. */
export interface Spliced {
  /** The workspace with that text in the host, and without the parts. */
  readonly view: View;
  readonly segments: readonly Segment[];
}

/** Items that stay in the host's module when a part becomes a module of its own. */
export const staysInHost = (syntax: Syntax, { kind, node }: Item): boolean =>
  kind === 'use' || kind === 'extern-crate' || (kind === 'mod' && childByField(syntax, node, 'body') === -1);

/**
 * Splices parts, and the parts of these, into a host. Literals that name files are led to the same files; `use`, `extern crate` and
 * `mod x;` of a conditional part get its condition.
 * @param childFolder where `mod x;` of the host looks for its file
 */
export function spliceParts(view: View, host: string, parts: readonly IncludedPart[], childFolder: string): Spliced {
  const writer: Writer = { view, host, childFolder, text: [], length: 0, segments: [], gone: new Set() };
  write(writer, { path: host, part: null, cfg: [] }, parts, new Set([host]));
  const base = [host, ...writer.gone].map((path) => ({
    path,
    hash: hashOf(view.text(path)),
    mode: view.file(path)!.mode,
  }));
  const edits = [{ start: 0, end: view.text(host).length, text: writer.text.join(''), reason: 'free' as const }];
  const spliced = view.overlay({
    base,
    edit: [{ path: host, edits }],
    create: [],
    move: [],
    delete: [...writer.gone].map((path) => ({ path })),
  });
  return { view: spliced, segments: writer.segments };
}

interface Writer {
  readonly view: View;
  readonly host: string;
  readonly childFolder: string;
  readonly text: string[];
  length: number;
  readonly segments: Segment[];
  readonly gone: Set<string>;
}

interface Where {
  readonly path: string;
  readonly part: string | null;
  readonly cfg: readonly string[];
}

type Insertion = { readonly at: number; readonly text: string };

// Files include files, a few levels deep: this recursion is over files, never over syntax.
function write(writer: Writer, where: Where, parts: readonly IncludedPart[], open: ReadonlySet<string>): void {
  const { view } = writer;
  const { path } = where;
  const text = view.text(path);
  const insertions = where.part === null ? [] : insertionsIn(writer, where);
  let position = 0;
  const copyTo = (end: number): void => {
    for (const insertion of insertions.filter((one) => one.at >= position && one.at < end)) {
      copy(writer, where, position, insertion.at);
      add(writer, insertion.text);
      position = insertion.at;
    }
    copy(writer, where, position, end);
    position = end;
  };
  for (const part of parts) {
    copyTo(part.from);
    position = part.end;
    writer.gone.add(part.path);
    add(writer, '\n');
    const inner = { path: part.path, part: where.part ?? part.path, cfg: [...where.cfg, ...part.cfg] };
    const nested = open.has(part.path) ? [] : includedParts(view, part.path);
    write(writer, inner, nested, new Set([...open, part.path]));
    add(writer, '\n');
  }
  copyTo(text.length);
}

function copy(writer: Writer, { path, part, cfg }: Where, from: number, to: number): void {
  if (to <= from) return;
  const start = writer.length;
  add(writer, writer.view.text(path).slice(from, to));
  writer.segments.push({ start, end: writer.length, path, at: from, part, cfg });
}

function add(writer: Writer, text: string): void {
  writer.text.push(text);
  writer.length += text.length;
}

/** What makes a part's text mean the same where the host stands; in order. */
function insertionsIn(writer: Writer, { path, cfg }: Where): Insertion[] {
  const { view, host } = writer;
  const syntax = view.syntax(path, 'rust');
  const guards = cfg.map((predicate) => `#[cfg(${predicate})]\n`).join('');
  const found: Insertion[] = [];
  for (const item of readItems(syntax, 0).items) {
    if (!staysInHost(syntax, item)) continue;
    const mount = item.kind === 'mod' ? mountFor(writer, syntax, item, path) : '';
    if (guards + mount !== '') found.push({ at: item.start, text: guards + mount });
  }
  const folder = relative(dirOf(host), dirOf(path));
  if (folder !== '')
    for (const { tokens, start } of compositionOf(view, path).includes) {
      const value = readPathValue(tokens);
      if (value.base !== 'file' || tokens.length !== 1 || value.text.startsWith('/')) continue;
      const literal = syntax.text.indexOf(tokens[0]!, start) + tokens[0]!.indexOf('"') + 1;
      found.push({ at: literal, text: `${folder}/` });
    }
  return found.sort((a, b) => a.at - b.at);
}

/** An included file's `mod x;` is looked for beside it, the host's in `childFolder`. */
function mountFor({ view, host, childFolder }: Writer, syntax: Syntax, item: Item, path: string): string {
  const dir = dirOf(path);
  if (dir === childFolder) return '';
  const name = syntax.text.slice(
    syntax.start[childByField(syntax, item.node, 'name')]!,
    syntax.end[childByField(syntax, item.node, 'name')]!,
  );
  const beside = dir === '' ? name : `${dir}/${name}`;
  const file = view.file(`${beside}.rs`) ? `${beside}.rs` : `${beside}/mod.rs`;
  return `#[path = "${relative(dirOf(host), file)}"]\n`;
}

export interface Place {
  readonly path: string;
  readonly at: number;
  readonly segment: Segment;
}

/** Where an offset of spliced text stands in a file; null for text that was added. */
export function placeOf(segments: readonly Segment[], offset: number): Place | null {
  const segment = segments.find(({ start, end }) => start <= offset && offset < end);
  return segment ? { path: segment.path, at: segment.at + offset - segment.start, segment } : null;
}
