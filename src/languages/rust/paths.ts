import { fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/** A place where a path starts with `self::` or `super::` (or is `self`, `super` alone in a `use` or `pub(in ..)`). */
export interface RelativePath {
  /** Range of the first prefix segment: `self` or `super`, without `::`. */
  readonly start: number;
  readonly end: number;
  readonly first: 'self' | 'super';
  /** How many modules up the whole prefix goes: 0 for `self::x`, 2 for `super::super::x`. */
  readonly supers: number;
  /** The first name behind the prefix; null where none follows (`use super::*`, `use super::{..}`, `pub(super)`). */
  readonly name: string | null;
  readonly where: 'path' | 'use' | 'visibility' | 'macro' | 'attribute-string';
  /** How many inner modules of the file enclose it: a prefix with at most so many `super` does not leave the file's module. */
  readonly depth: number;
}

/** All relative path starts in the nodes from..to, in source order; also in token trees and in strings of attributes. */
export function relativePaths(syntax: Syntax, from: Node = 0, to: Node = syntax.size): RelativePath[] {
  const found: RelativePath[] = [];
  for (let node = from; node < to; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'self' || kind === 'super') {
      const path = prefixAt(syntax, node, kind);
      if (path) found.push({ ...path, depth: depthOf(syntax, node) });
    } else if (kind === 'string_literal' && inAttribute(syntax, node)) {
      const path = inString(syntax, node);
      if (path) found.push({ ...path, depth: depthOf(syntax, node) });
    }
  }
  return found;
}

type Shallow = Omit<RelativePath, 'depth'>;

const BEHIND = /^(?:\s*::\s*super\b)*/;
const NAME = /^\s*::\s*((?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*)/u;

function prefixAt(syntax: Syntax, node: Node, first: 'self' | 'super'): Shallow | null {
  const start = syntax.start[node]!;
  const end = syntax.end[node]!;
  if (/::\s*$/.test(syntax.text.slice(Math.max(0, start - 20), start))) return null;
  const where = whereOf(syntax, node);
  const rest = syntax.text.slice(end, end + 400);
  const more = BEHIND.exec(rest)![0];
  const isPath = /^\s*::/.test(rest);
  // `self` the value, and `{self}` in a use list, are no paths.
  if (!isPath && !(where === 'visibility' || (where === 'use' && first === 'super'))) return null;
  const supers = (first === 'super' ? 1 : 0) + (more.match(/super/g)?.length ?? 0);
  return { start, end, first, supers, name: NAME.exec(rest.slice(more.length))?.[1] ?? null, where };
}

function whereOf(syntax: Syntax, node: Node): RelativePath['where'] {
  for (let parent = syntax.parent[node]!; parent !== -1; parent = syntax.parent[parent]!) {
    const kind = kindOf(syntax, parent);
    if (kind === 'token_tree' || kind === 'token_repetition') return 'macro';
    if (kind === 'use_declaration') return 'use';
    if (kind === 'visibility_modifier') return 'visibility';
    if (kind === 'block' || kind === 'declaration_list') return 'path';
  }
  return 'path';
}

function inAttribute(syntax: Syntax, node: Node): boolean {
  for (let parent = syntax.parent[node]!; parent !== -1; parent = syntax.parent[parent]!) {
    const kind = kindOf(syntax, parent);
    if (kind === 'attribute') return !textOf(syntax, parent).startsWith('doc');
    if (kind === 'block' || kind === 'declaration_list') return false;
  }
  return false;
}

function inString(syntax: Syntax, node: Node): Shallow | null {
  const match = /^"(\s*)(self|super)(?=\s*::)/.exec(textOf(syntax, node));
  if (!match) return null;
  const start = syntax.start[node]! + 1 + match[1]!.length;
  const first = match[2] as 'self' | 'super';
  const rest = syntax.text.slice(start + first.length, syntax.end[node]! - 1);
  const more = BEHIND.exec(rest)![0];
  const supers = (first === 'super' ? 1 : 0) + (more.match(/super/g)?.length ?? 0);
  return {
    start,
    end: start + first.length,
    first,
    supers,
    name: NAME.exec(rest.slice(more.length))?.[1] ?? null,
    where: 'attribute-string',
  };
}

/** How many inner modules of the file enclose a node. */
export function depthOf(syntax: Syntax, node: Node): number {
  let depth = 0;
  let child = node;
  for (let parent = syntax.parent[node]!; parent !== -1; parent = syntax.parent[parent]!) {
    if (kindOf(syntax, parent) === 'mod_item' && fieldOf(syntax, child) === 'body') depth += 1;
    child = parent;
  }
  return depth;
}
