import { childrenOf, kindOf, type Syntax } from '../../../src/languages/syntax.ts';
import type { MacroDefinition, MacroDefinitions } from './macro-definitions.ts';
import { type Arm, type Pattern, readArms } from './macro-patterns.ts';
import { type Binding, type Bindings, matchArm, namesIn } from './match-macro.ts';
import { isGroup, readTrees, type Tree, textAt } from './token-trees.ts';

// A macro that eats its arguments token by token copies the rest each time.
const MOST_STEPS = 200;
const MOST_TOKENS = 20_000;

/**
 * What a call of a `macro_rules!` among items expands to, with the calls among it expanded in turn where their macros are of the package.
 * @returns null where the arm or its expansion cannot be told; several definitions of one name must give the same
 */
export function expandMacro(
  definitions: MacroDefinitions,
  name: string,
  argument: readonly Tree[],
): readonly Tree[] | null {
  const budget = { steps: MOST_STEPS, tokens: MOST_TOKENS };
  return expandCall({ definitions, budget }, name, argument);
}

interface Expander {
  readonly definitions: MacroDefinitions;
  readonly budget: { steps: number; tokens: number };
}

function expandCall(expander: Expander, name: string, argument: readonly Tree[]): readonly Tree[] | null {
  expander.budget.steps -= 1;
  const known = expander.definitions(name);
  if (known.length === 0 || expander.budget.steps < 0) return null;
  const results = known.map((definition) => expandOne(definition, argument));
  const [first] = results;
  if (!first || results.some((one) => one === null)) return null;
  expander.budget.tokens -= sizeOf(first);
  if (expander.budget.tokens < 0) return null;
  if (results.length > 1 && results.some((one) => JSON.stringify(one) !== JSON.stringify(first))) return null;
  return expandInner(expander, first);
}

const sizeOf = (trees: readonly Tree[]): number =>
  trees.reduce((sum, tree) => sum + 1 + (isGroup(tree) ? sizeOf(tree.inner) : 0), 0);

/** Calls that stand among the items of an expansion; one that cannot be expanded stays. */
function expandInner(expander: Expander, trees: readonly Tree[]): readonly Tree[] | null {
  const found: Tree[] = [];
  for (let at = 0; at < trees.length; at++) {
    const tree = trees[at]!;
    const group = trees[at + 2];
    const isCall = !isGroup(tree) && textAt(trees, at + 1) === '!' && isGroup(group);
    if (!isCall || expander.definitions(tree.text).length === 0 || inHeader(trees, at)) {
      found.push(tree);
      continue;
    }
    const inner = expandCall(expander, tree.text, group.inner);
    if (inner === null) return null;
    while (found.length > 0 && isPathMark(found[found.length - 1]!)) found.pop();
    found.push(...inner);
    at += textAt(trees, at + 3) === ';' ? 3 : 2;
  }
  return found;
}

// `$crate::name!`: the path in front goes with the call.
const isPathMark = (tree: Tree): boolean => !isGroup(tree) && /^(?::|\$crate|crate|self)$/.test(tree.text);

/** A call behind `=`, `:` or `->` is a value or a type in an item. */
function inHeader(trees: readonly Tree[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const text = textAt(trees, i);
    if (text === ';' || isGroup(trees[i])) return false;
    if (text === '=' || text === '>' || (text === ':' && textAt(trees, i - 1) !== ':' && textAt(trees, i + 1) !== ':'))
      return true;
  }
  return false;
}

const arms = new WeakMap<MacroDefinition, readonly Arm[] | null>();

function expandOne(definition: MacroDefinition, argument: readonly Tree[]): readonly Tree[] | null {
  const known = arms.has(definition) ? arms.get(definition)! : armsIn(definition);
  arms.set(definition, known);
  for (const { matcher, body } of known ?? []) {
    const match = matchArm(matcher, argument);
    if (match === 'unsure') return null;
    if (match !== 'no') return transcribe(body, match);
  }
  return null;
}

function armsIn({ syntax, node }: MacroDefinition): readonly Arm[] | null {
  const start = childrenOf(syntax, node).find((child) => /^[{([]$/.test(kindOf(syntax, child)));
  if (start === undefined) return null;
  const trees = readTrees(syntax.text.slice(syntax.start[start]!, syntax.end[node]!));
  const braces = trees?.[0];
  return isGroup(braces) ? readArms(braces.inner) : null;
}

function transcribe(body: readonly Pattern[], bindings: Bindings): readonly Tree[] | null {
  const found: Tree[] = [];
  for (const pattern of body) {
    if (pattern.kind === 'token') found.push({ text: pattern.text });
    else {
      const made =
        pattern.kind === 'variable'
          ? variable(bindings.get(pattern.name), pattern.name)
          : pattern.kind === 'group'
            ? group(pattern, bindings)
            : repeat(pattern, bindings);
      if (made === null) return null;
      found.push(...made);
    }
  }
  return found;
}

// `$name` that the matcher does not bind belongs to a macro that is defined within.
const variable = (bound: Binding | undefined, name: string): readonly Tree[] | null =>
  bound === undefined ? [{ text: '$' }, { text: name }] : 'trees' in bound ? bound.trees : null;

function group(pattern: Extract<Pattern, { kind: 'group' }>, bindings: Bindings): readonly Tree[] | null {
  const inner = transcribe(pattern.inner, bindings);
  return inner && [{ open: pattern.open, inner }];
}

function repeat(pattern: Extract<Pattern, { kind: 'repetition' }>, bindings: Bindings): readonly Tree[] | null {
  const names = namesIn(pattern.inner).filter((name) => {
    const bound = bindings.get(name);
    return bound !== undefined && 'turns' in bound;
  });
  const turnsOf = (name: string): readonly Binding[] => (bindings.get(name) as { turns: readonly Binding[] }).turns;
  const [first] = names;
  if (first === undefined) return null;
  const count = turnsOf(first).length;
  if (names.some((name) => turnsOf(name).length !== count)) return null;
  const found: Tree[] = [];
  for (let turn = 0; turn < count; turn++) {
    if (turn > 0 && pattern.separator !== null) found.push({ text: pattern.separator });
    const own = new Map([...bindings, ...names.map((name) => [name, turnsOf(name)[turn]!] as const)]);
    const made = transcribe(pattern.inner, own);
    if (made === null) return null;
    found.push(...made);
  }
  return found;
}

/** The arguments of a macro call's token tree. */
export function argumentsOf(syntax: Syntax, tree: number): readonly Tree[] | null {
  const trees = readTrees(syntax.text.slice(syntax.start[tree]!, syntax.end[tree]!));
  const whole = trees?.[0];
  return isGroup(whole) ? whole.inner : null;
}
