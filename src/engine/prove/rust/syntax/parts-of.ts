import { basename, dirname, normalize } from 'node:path/posix';
import { type Attribute, cfgOf, readAttributes } from '../../../../languages/rust/attributes.ts';
import { pathAttribute } from '../../../../languages/rust/composition/surroundings.ts';
import { type Item, readItems } from '../../../../languages/rust/read-items.ts';
import { readVisibility } from '../../../../languages/rust/read-visibility.ts';
import { childByField, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { plainVisibility } from './part-scope.ts';

/** A file that carries a part of the split module. */
export interface PartFile {
  readonly path: string;
  /** Modules below the facade: 0 for the facade itself, 1 for `mod c;` of it. */
  readonly depth: number;
  /** The name of its `mod` line; '' for the facade. */
  readonly name: string;
}

/** The facade and those of some files that it mounts, directly or through one another. */
export function partsOf(after: View, facade: string, files: ReadonlySet<string>): PartFile[] {
  const parts: PartFile[] = [{ path: facade, depth: 0, name: '' }];
  for (let i = 0; i < parts.length; i++) {
    const { path, depth } = parts[i]!;
    for (const { name, candidates } of modLines(after.syntax(path), path, depth > 0)) {
      const found = candidates.find((candidate) => files.has(candidate) && after.file(candidate));
      if (found !== undefined && !parts.some((part) => part.path === found))
        parts.push({ path: found, depth: depth + 1, name });
    }
  }
  return parts;
}

export interface ModLine {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `#[macro_use]`: what it defines is seen behind it. */
  readonly macroUse: boolean;
  readonly visibility: string;
  /** The predicates of its `#[cfg]`. */
  readonly cfg: readonly string[];
  /** Its attributes but for these, `#[path]` and a plain `#[macro_use]`: as written, without spaces. */
  readonly others: readonly string[];
  /** `#[path]` says where its file is. */
  readonly mounted: boolean;
  /** Files that it may load, in no order. */
  readonly candidates: readonly string[];
}

/** The two files that `mod name;` may mean in a folder. */
export const plainMount = (folder: string, name: string): string[] =>
  [`${name}.rs`, `${name}/mod.rs`].map((file) => (folder === '' ? file : `${folder}/${file}`));

const BESIDE = new Set(['lib', 'main', 'mod']);

/** The `mod x;` lines of a file. Where a file lies beside its parent (crate roots, `#[path]`) and where below, both are candidates. */
export const modLines = (syntax: Syntax, path: string, plain = false): ModLine[] =>
  readItems(syntax, 0)
    .items.filter(({ kind, node }) => kind === 'mod' && childByField(syntax, node, 'body') === -1)
    .map((item) => modLine(syntax, item, path, plain));

/** What stands on a module, be it a file or inline. */
export function modLine(syntax: Syntax, { node, attributes }: Item, path: string, plain = false): ModLine {
  const name = textOf(syntax, childByField(syntax, node, 'name')).replace(/^r#/, '');
  const read = readAttributes(syntax, attributes);
  const mounted = pathAttribute(read.filter((one) => one.path === 'path').slice(-1));
  const own = dirname(path);
  const stem = basename(path, '.rs');
  const below = `${own}/${stem}`;
  const folders = BESIDE.has(stem) ? [own] : plain ? [below] : [below, own];
  const candidates = mounted === null ? folders.flatMap((folder) => plainMount(folder, name)) : [`${own}/${mounted}`];
  const isMacroUse = ({ path: name, argument }: Attribute): boolean => name === 'macro_use' && argument === -1;
  return {
    name,
    start: syntax.start[node]!,
    end: syntax.end[node]!,
    macroUse: read.some(({ path: name }) => name === 'macro_use'),
    visibility: plainVisibility(readVisibility(syntax, node).text),
    cfg: cfgOf(read),
    mounted: mounted !== null,
    others: read
      .filter((one) => one.path !== 'cfg' && one.path !== 'path' && !isMacroUse(one))
      .map(({ start, end }) => syntax.text.slice(start, end).replace(/\s+/g, '')),
    candidates: candidates.map((one) => normalize(one)),
  };
}
