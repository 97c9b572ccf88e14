import { groupStatements, type StatementGroup } from '../group-statements.ts';
import type { Node, Syntax } from '../syntax.ts';
import { within } from '../within.ts';
import { type Description, describeStatement, isInert } from './describe-statement.ts';
import type { Binding } from './module-accesses.ts';

/** A unit before it has an id: statements that must stay together, side by side. */
export interface Draft {
  readonly group: StatementGroup;
  /** One for each statement of the group. */
  readonly descriptions: readonly Description[];
  readonly bindings: readonly Binding[];
}

export interface Level {
  readonly drafts: readonly Draft[];
  readonly detached: readonly Node[];
}

const IMPORTS = new Set(['import', 'future-import', 'docstring', 'main', 'type-checking']);

/**
 * The units of one level: groups of statements, with neighbours that bind the same name made one (overloads, a property and its setter,
 * `f = wrap(f)` after `def f`).
 */
export function draftUnits(
  syntax: Syntax,
  children: readonly Node[],
  from: number,
  bindings: readonly Binding[],
): Level {
  const { groups, detached } = groupStatements(syntax, children, from);
  const drafts: Draft[] = [];
  groups.forEach((group, i) => {
    const draft: Draft = {
      group,
      descriptions: group.nodes.map((node, j) => describeStatement(syntax, node, i === 0 && j === 0)),
      bindings: within(bindings, group.start, group.end),
    };
    const last = drafts[drafts.length - 1];
    if (last && belongTogether(syntax, last, draft)) drafts[drafts.length - 1] = merge(last, draft);
    else drafts.push(draft);
  });
  const loose = detached.filter(
    (comment) =>
      !drafts.some(({ group }) => group.start <= syntax.start[comment]! && syntax.start[comment]! < group.end),
  );
  return { drafts, detached: loose };
}

function belongTogether(syntax: Syntax, a: Draft, b: Draft): boolean {
  if ([...a.descriptions, ...b.descriptions].some(({ kind }) => IMPORTS.has(kind))) return false;
  // `LIMIT = 3` and the string below it that documents it.
  if (a.bindings.length > 0 && b.group.nodes.every((node) => isInert(syntax, node))) return true;
  const names = new Set(a.bindings.map(({ name }) => name));
  return b.bindings.some(({ name }) => names.has(name));
}

const merge = (a: Draft, b: Draft): Draft => ({
  group: {
    nodes: [...a.group.nodes, ...b.group.nodes],
    start: a.group.start,
    end: b.group.end,
    body: { start: a.group.body.start, end: b.group.body.end },
  },
  descriptions: [...a.descriptions, ...b.descriptions],
  bindings: [...a.bindings, ...b.bindings],
});

/** What the unit is called after: a definition before all else, then its first statement. */
export const headOf = (draft: Draft): Description =>
  draft.descriptions.find(({ kind }) => kind === 'def' || kind === 'class') ?? draft.descriptions[0]!;
