import type { Namespace } from '../../../../core/unit.ts';
import { cfgOf, readAttributes } from '../../../../languages/rust/attributes.ts';
import { type ModuleSpan, moduleSpans } from '../../../../languages/rust/module-spans.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { readItems } from '../../../../languages/rust/read-items.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../../languages/rust/use-tree.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';

/** A module of one file: the file's own, or an inner one. */
export interface OwnScope {
  /** Nodes from..until are its body. */
  readonly from: Node;
  readonly until: Node;
  /** Modules above it in the file: 0 for the file's own. */
  readonly depth: number;
  /** Explicit imports that stand under no condition. */
  readonly imports: readonly UseLeaf[];
  /** Names of its items that stand under no condition, by their sure namespace. */
  readonly items: ReadonlyMap<string, Namespace>;
  /** What its globs lead to, those in bodies among them. */
  readonly globs: readonly (readonly string[])[];
  /** A body has a glob of its own: what it brings goes before the module's items. */
  readonly hasInnerGlob: boolean;
}

const SPACE: Readonly<Record<string, Namespace>> = {
  ...{ struct: 'type', enum: 'type', union: 'type', type: 'type', trait: 'type', mod: 'type' },
  ...{ fn: 'value', const: 'value', static: 'value' },
};

/** The modules of a file, each behind those that enclose it. */
export function ownScopes(syntax: Syntax): readonly OwnScope[] {
  const found = known.get(syntax) ?? readScopes(syntax);
  known.set(syntax, found);
  return found;
}

const known = new WeakMap<Syntax, readonly OwnScope[]>();

function readScopes(syntax: Syntax): OwnScope[] {
  const file = { from: 0, until: syntax.size, depth: 0 };
  const spans = [file, ...moduleSpans(syntax)];
  const uses = Array.from({ length: syntax.size }, (_, node) => node).filter(
    (node) => kindOf(syntax, node) === 'use_declaration',
  );
  return spans.map((span) => {
    const own = uses.filter((use) => innermost(spans, use) === span);
    return { ...span, ...namesOf(syntax, span.from), ...globsOf(syntax, span.from, own) };
  });
}

type Span = Pick<ModuleSpan, 'from' | 'until' | 'depth'>;

/** The innermost of some modules that holds a node; they come in source order. */
export const innermost = <T extends Span>(spans: readonly T[], node: Node): T =>
  spans.findLast(({ from, until }) => from <= node && node < until)!;

function namesOf(syntax: Syntax, body: Node): Pick<OwnScope, 'imports' | 'items'> {
  const imports: UseLeaf[] = [];
  const items = new Map<string, Namespace>();
  for (const { kind, node, attributes } of readItems(syntax, body).items) {
    const read = readAttributes(syntax, attributes);
    if (cfgOf(read).length > 0 || read.some(({ path }) => path === 'cfg_attr')) continue;
    if (kind === 'use') imports.push(...readUseTree(syntax, node).filter((leaf) => importedName(leaf) !== null));
    const name = childByField(syntax, node, 'name');
    const space = SPACE[kind];
    if (space !== undefined && name !== -1) items.set(plainName(textOf(syntax, name)), space);
  }
  return { imports, items };
}

function globsOf(syntax: Syntax, body: Node, uses: readonly Node[]): Pick<OwnScope, 'globs' | 'hasInnerGlob'> {
  const found = uses.flatMap((use) =>
    readUseTree(syntax, use)
      .filter(({ glob }) => glob)
      .map(({ segments }) => ({ segments, isInner: syntax.parent[use] !== body })),
  );
  return { globs: found.map(({ segments }) => segments), hasInnerGlob: found.some(({ isInner }) => isInner) };
}
