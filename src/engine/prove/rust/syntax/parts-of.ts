import { basename, dirname, normalize } from 'node:path/posix';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';

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
  /** Files that it may load, in no order. */
  readonly candidates: readonly string[];
}

const BESIDE = new Set(['lib', 'main', 'mod']);

/** The `mod x;` lines of a file. Where a file lies beside its parent (crate roots, `#[path]`) and where below, both are candidates. */
export function modLines(syntax: Syntax, path: string, plain = false): ModLine[] {
  const found: ModLine[] = [];
  let attributes: string[] = [];
  for (const node of childrenOf(syntax, 0)) {
    const kind = kindOf(syntax, node);
    if (kind.endsWith('comment')) continue;
    if (kind === 'attribute_item') {
      attributes.push(textOf(syntax, node));
      continue;
    }
    if (kind === 'mod_item' && childByField(syntax, node, 'body') === -1)
      found.push(modLine(syntax, node, attributes, path, plain));
    attributes = [];
  }
  return found;
}

function modLine(syntax: Syntax, node: Node, attributes: readonly string[], path: string, plain: boolean): ModLine {
  const name = textOf(syntax, childByField(syntax, node, 'name')).replace(/^r#/, '');
  const mounted = attributes.flatMap((text) => /^#\s*\[\s*path\s*=\s*"([^"]+)"/.exec(text)?.[1] ?? []).pop();
  const own = dirname(path);
  const stem = basename(path, '.rs');
  const below = `${own}/${stem}`;
  const folders = BESIDE.has(stem) ? [own] : plain ? [below] : [below, own];
  const candidates =
    mounted === undefined
      ? folders.flatMap((folder) => [`${folder}/${name}.rs`, `${folder}/${name}/mod.rs`])
      : [`${own}/${mounted}`];
  return {
    name,
    start: syntax.start[node]!,
    end: syntax.end[node]!,
    macroUse: attributes.some((text) => /^#\s*\[\s*macro_use\b/.test(text)),
    candidates: candidates.map((one) => normalize(one)),
  };
}
