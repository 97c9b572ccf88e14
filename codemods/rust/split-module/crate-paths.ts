import { basename, dirname } from 'node:path/posix';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { Read } from './reads.ts';

/**
 * `crate::this_module::name`, `super::this_module::name`, as an inner module or a macro's argument may write it: the module must have the name, wherever its item is.
 * Whether the whole path leads here is not asked: what nobody uses goes again.
 */
export function cratePaths({ syntax, outline, path }: Source): Read[] {
  const own = new Set(outline.units.flatMap(({ defines }) => defines.map(({ name }) => name)));
  const isRoot = /^(?:lib|main)\.rs$/.test(basename(path));
  const stem = basename(path) === 'mod.rs' ? basename(dirname(path)) : basename(path, '.rs');
  const found: Read[] = [];
  for (const { segments, at } of pathsIn(syntax)) {
    const names = segments.filter((one) => one !== 'crate' && one !== 'super');
    const i = isRoot ? 0 : names.indexOf(stem) + 1;
    const leads = isRoot ? segments[0] === 'crate' : i > 0;
    const name = leads ? names[i] : undefined;
    if (name !== undefined && own.has(name)) found.push({ name, space: 'any', at, through: 'crate' });
  }
  return found;
}

interface WrittenPath {
  readonly segments: readonly string[];
  readonly at: number;
}

const PATH = /^(?:\s*::\s*(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*)+/u;

/** Paths from `crate` and `super`: of imports leaf by leaf, elsewhere and in macros as they stand. */
function pathsIn(syntax: Syntax): WrittenPath[] {
  const found: WrittenPath[] = [];
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'use_declaration') {
      for (const leaf of readUseTree(syntax, node))
        found.push({ segments: leaf.segments, at: syntax.start[leaf.node]! });
      node = syntax.after[node]! - 1;
    } else if (isHead(syntax, node, kind)) {
      const rest = PATH.exec(syntax.text.slice(syntax.end[node], syntax.end[node]! + 400))?.[0] ?? '';
      const segments = rest
        .split('::')
        .slice(1)
        .map((one) => one.trim().replace(/^r#/, ''));
      found.push({ segments: [textOf(syntax, node), ...segments], at: syntax.start[node]! });
    }
  }
  return found;
}

const isHead = (syntax: Syntax, node: Node, kind: string): boolean =>
  (kind === 'crate' || kind === 'super' || (kind === 'identifier' && textOf(syntax, node) === 'crate')) &&
  !/::\s*$/.test(syntax.text.slice(Math.max(0, syntax.start[node]! - 8), syntax.start[node]));
