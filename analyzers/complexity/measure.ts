import { lineStartsOf } from '../../src/core/lines.ts';
import { languageOf } from '../../src/languages/language.ts';
import { kindOf, type Node, type Syntax } from '../../src/languages/syntax.ts';
import { cognitiveBound } from './bound/cognitive-bound.ts';
import {
  countArm,
  countBranch,
  countElse,
  countFlat,
  countJump,
  countLetElse,
  nestChildren,
} from './count-branches.ts';
import { countLines, type Span } from './count-lines.ts';
import { countLogicalRun } from './count-logical-run.ts';
import { countRecursion } from './count-recursion.ts';
import type { FileMetrics, FunctionMetrics } from './metrics.ts';
import { openFunction, openNamespace, openType } from './open-function.ts';
import { functionMetrics, typeMetrics } from './part-metrics.ts';
import type { KindRule, LanguageRules, Role } from './rules.ts';
import { learnRule, rulesOf, ruleTableOf } from './rules-of.ts';
import { openSizes } from './sizes/measure-sizes.ts';
import { addCyclomatic, closeScope, MARK, type OnIncrement, openScope, startWalk, type Walk } from './walk.ts';

/** Every metric of one file, in one loop over its nodes. `onIncrement` is called with each amount as it is added. */
export function measure(
  syntax: Syntax,
  onIncrement: OnIncrement | null = null,
  rules: LanguageRules = rulesOf(syntax),
): FileMetrics {
  const walk = startWalk(syntax, rules, onIncrement);
  walkNodes(walk);
  if (syntax.errors.length > 0) keepToText(walk);
  const starts = lineStartsOf(syntax.text);
  const { counts, kinds } = countLines(syntax.text, walk.spans, starts.length);
  const sizesOf = openSizes(syntax, starts, kinds);
  const functions = functionMetrics(syntax, starts, walk.functions, sizesOf);
  return {
    ...counts,
    functions,
    types: typeMetrics(syntax, starts, walk, sizesOf),
    sizes: sizesOf(0),
    cognitive: walk.outside.cognitive + sum(functions, 'cognitive'),
    cyclomatic: walk.outside.cyclomatic + sum(functions, 'cyclomatic'),
  };
}

const sum = (functions: readonly FunctionMetrics[], metric: 'cognitive' | 'cyclomatic'): number =>
  functions.reduce((total, each) => total + each[metric], 0);

/** A tree with errors may nest deeper than its text does: what is above the text's bound is taken off from behind, so that it bounds every file. */
function keepToText({ syntax, functions, outside }: Walk): void {
  let left = cognitiveBound(syntax.text, languageOf(syntax.grammar));
  for (const tally of [...functions, outside]) {
    tally.cognitive = Math.min(tally.cognitive, left);
    left -= tally.cognitive;
  }
}

function walkNodes(walk: Walk): void {
  const { syntax, marks, scopes } = walk;
  const table = ruleTableOf(syntax.kinds, walk.rules);
  for (let node = 0; node < syntax.size; node++) {
    while (scopes.length > 0 && scopes[scopes.length - 1]!.end <= node) closeScope(walk);
    const mark = marks[node]!;
    if ((mark & (MARK.control | MARK.lambda)) !== 0) openNested(walk, node, mark);
    const kind = syntax.kind[node]!;
    let rule = table[kind];
    if (rule === undefined) rule = learnRule(table, syntax.kinds, kind, walk.rules);
    if (rule !== null) COUNT[rule.role](walk, node, rule);
  }
  while (scopes.length > 0) closeScope(walk);
}

function openNested(walk: Walk, node: Node, mark: number): void {
  openScope(walk, node);
  walk.nesting += 1;
  if ((mark & MARK.control) === 0) return;
  walk.depth += 1;
  const tally = walk.holder ?? walk.outside;
  if (walk.depth > tally.nesting) tally.nesting = walk.depth;
}

const COUNT: Readonly<Record<Role, (walk: Walk, node: Node, rule: KindRule) => void>> = {
  branch: countBranch,
  flat: countFlat,
  else: countElse,
  decision: (walk, node, rule) => addCyclomatic(walk, node, rule.cyclomatic ?? 1, rule.reason),
  'let-else': countLetElse,
  arm: countArm,
  logical: countLogicalRun,
  jump: countJump,
  lambda: nestChildren,
  function: openFunction,
  type: openType,
  namespace: openNamespace,
  call: countRecursion,
  comment: addComment,
  string: (walk, node) => addSpan(walk, node, 'string'),
  'maybe-docstring': addDocstring,
};

function addComment(walk: Walk, node: Node): void {
  const start = walk.syntax.start[node]!;
  const isDoc = walk.rules.isDocumentation(walk.syntax.text.slice(start, start + 4));
  addSpan(walk, node, isDoc ? 'doc' : 'comment');
}

function addDocstring(walk: Walk, node: Node): void {
  const { syntax } = walk;
  const isBare = syntax.after[node + 1] === syntax.after[node] && kindOf(syntax, node + 1) === 'string';
  if (isBare) addSpan(walk, node, 'doc');
}

function addSpan(walk: Walk, node: Node, kind: Span['kind']): void {
  walk.spans.push({ start: walk.syntax.start[node]!, end: walk.syntax.end[node]!, kind });
}
