import { childByField, fieldOf, kindOf, type Node, type Syntax, textOf } from '../../syntax.ts';
import { type Attribute, readAttribute } from '../attributes.ts';
import { plainName } from '../plain-name.ts';
import { isComment } from '../tokens.ts';
import { stringValue } from './path-value.ts';

/** What can stand around a place where a file names another. */
export const POSITIONS = [
  'module-item',
  'expression',
  'statement',
  'pattern',
  'type',
  'impl-item',
  'attribute',
  'macro-body',
] as const;
export type Position = (typeof POSITIONS)[number];

export interface InlineModule {
  readonly name: string;
  /** Its `#[path]`: for an inline module that names a folder. */
  readonly paths: readonly MountPath[];
}

/** A `#[path]`, and the condition of the `cfg_attr` that it stands in. */
export interface MountPath {
  readonly path: string;
  readonly cfg: string | null;
}

export interface Surroundings {
  /** Inline modules around, outermost first. */
  readonly inline: readonly InlineModule[];
  readonly cfg: readonly string[];
  readonly test: boolean;
}

/** What encloses a node: inline modules, `#[cfg]` predicates, tests. */
export function surroundingsOf(syntax: Syntax, node: Node): Surroundings {
  const inline: InlineModule[] = [];
  const cfg: string[] = [];
  let test = false;
  for (let ancestor = node; ancestor > 0; ancestor = syntax.parent[ancestor]!) {
    const attributes = attributesBefore(syntax, ancestor);
    const predicates = attributes.filter(({ path }) => path === 'cfg').map(({ text }) => text.replace(/\s+/g, ' '));
    cfg.unshift(...predicates);
    test ||= predicates.some(isTestOnly) || attributes.some(({ path }) => /(^|::)(test|bench)$/.test(path));
    const kind = kindOf(syntax, ancestor);
    if (kind === 'mod_item' && ancestor !== node) {
      const name = childByField(syntax, ancestor, 'name');
      inline.unshift({ name: fileName(textOf(syntax, name)), paths: mountPaths(attributes) });
    } else if (kind === 'token_tree' && syntax.text[syntax.start[ancestor]!] === '{') {
      const name = moduleBefore(syntax, ancestor);
      if (name !== null) inline.unshift({ name, paths: [] });
    }
  }
  return { inline, cfg, test };
}

/** `mod r#type;` lives in `type.rs`. */
export const fileName = (written: string): string => plainName(written).replace(/^r#/, '');

/** True for predicates that hold in test builds only: `test`, `all(test, ..)`. */
export const isTestOnly = (predicate: string): boolean => /^(?:all\((?:[^()]*,)?\s*)?test\b/.test(predicate.trim());

/** The outer attributes directly in front of a node. */
export function attributesBefore(syntax: Syntax, node: Node): Attribute[] {
  const parent = syntax.parent[node]!;
  if (parent === -1) return [];
  const run: Node[] = [];
  for (let before = node - 1; before > parent; before -= 1) {
    // Up from the last node of the sibling before to the sibling.
    while (syntax.parent[before] !== parent) before = syntax.parent[before]!;
    const kind = kindOf(syntax, before);
    if (kind === 'attribute_item') run.push(before);
    else if (!isComment(kind)) break;
  }
  run.reverse();
  return run.map((attribute) => readAttribute(syntax, attribute));
}

/** Every path that a module may be mounted by: those under a condition first. */
export function mountPaths(attributes: readonly Attribute[]): MountPath[] {
  const attributePath = pathAttribute(attributes);
  const conditional = attributes.flatMap(({ path, text }): MountPath[] => {
    const alternative = path === 'cfg_attr' ? /^([\s\S]*),\s*path\s*=\s*"([^"]*)"/.exec(text) : null;
    return alternative ? [{ path: alternative[2]!, cfg: alternative[1]!.replace(/\s+/g, ' ') }] : [];
  });
  return attributePath === null ? conditional : [...conditional, { path: attributePath, cfg: null }];
}

export function pathAttribute(attributes: readonly Attribute[]): string | null {
  const attribute = attributes.find(({ path }) => path === 'path');
  return attribute ? stringValue(attribute.text) : null;
}

// `mod name { .. }` inside of a macro call is a run of tokens: `mod`, `name`, a tree.
function moduleBefore(syntax: Syntax, tree: Node): string | null {
  return kindOf(syntax, tree - 1) === 'identifier' && textOf(syntax, tree - 2) === 'mod'
    ? fileName(textOf(syntax, tree - 1))
    : null;
}

/** Where a macro call stands. */
export function positionOf(syntax: Syntax, call: Node): Position {
  const parent = syntax.parent[call]!;
  const kind = parent === -1 ? 'source_file' : kindOf(syntax, parent);
  if (kind === 'source_file') return 'module-item';
  if (kind === 'declaration_list') return memberPosition(kindOf(syntax, syntax.parent[parent]!));
  if (kind === 'expression_statement')
    return positionOf(syntax, parent) === 'module-item' ? 'module-item' : 'statement';
  if (kind === 'attribute') return 'attribute';
  if (kind === 'block') return blockPosition(syntax.text.slice(syntax.end[call]!, syntax.end[parent]!));
  const field = fieldOf(syntax, call) ?? '';
  if (kind.endsWith('_pattern') || field === 'pattern') return 'pattern';
  return kind.endsWith('_type') || /^(?:return_)?type$/.test(field) ? 'type' : 'expression';
}

const memberPosition = (owner: string): Position =>
  owner === 'impl_item' || owner === 'trait_item' ? 'impl-item' : 'module-item';

/** @param behind what stands behind the call in its block */
const blockPosition = (behind: string): Position => (behind.trim() === '}' ? 'expression' : 'statement');
