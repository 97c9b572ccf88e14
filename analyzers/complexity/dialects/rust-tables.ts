import {
  childByField,
  childByKind,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { givesResult } from './gives-result.ts';
import { always, type Place, type Table } from './table.ts';

const bodyOf = (syntax: Syntax, node: Node): Node => childByField(syntax, node, 'body');

const isEmptyBlock = (syntax: Syntax, node: Node): boolean =>
  node !== -1 &&
  kindOf(syntax, node) === 'block' &&
  namedChildrenOf(syntax, node).every((child) => kindOf(syntax, child).endsWith('_comment'));

const armsOf = (syntax: Syntax, match: Node): Node[] => {
  const body = bodyOf(syntax, match);
  return body === -1 ? [] : childrenOf(syntax, body).filter((child) => kindOf(syntax, child) === 'match_arm');
};

/** Words and signs, in the arguments of macros too. `||` without parameters between is a sign like any other. */
export const LIZARD_RUST: Table = {
  base: 1,
  opens: { function_item: 'apart' },
  adds: {
    if: 1,
    for: 1,
    while: 1,
    match: 1,
    where: 1,
    '&&': 1,
    '||': 1,
    '?': 1,
    closure_parameters: ({ syntax, node }) => (textOf(syntax, node) === '||' ? 1 : 0),
  },
};

/** What the branches of the standard library's macros add; those of others are out of reach. */
const MACRO_AMOUNTS: Readonly<Record<string, number>> = {
  matches: 1,
  assert: 1,
  assert_eq: 1,
  assert_ne: 1,
  debug_assert: 2,
  debug_assert_eq: 2,
  debug_assert_ne: 2,
};

function macroAmount(place: Place): number {
  const name = textOf(place.syntax, childByField(place.syntax, place.node, 'macro'));
  return evaluated(Object.hasOwn(MACRO_AMOUNTS, name) ? MACRO_AMOUNTS[name]! : 0)(place);
}

/** Most macros pass their arguments on as they stand. */
function inMacro({ syntax, node }: Place): number {
  return kindOf(syntax, syntax.parent[node]!) === 'token_tree' ? 1 : 0;
}

/** `if` and `match` as the compiler sees them: `for`, `while`, `?` and `.await` are matches; half of the `return`s count back. */
export const CLIPPY: Table = {
  base: 1,
  opens: { function_item: 'apart', closure_expression: 'apart' },
  adds: {
    if_expression: evaluated(1),
    while_expression: evaluated(1),
    for_expression: evaluated(1),
    await_expression: evaluated(1),
    match_expression: (place) => {
      place.memory.bareReturn = false;
      return armsOf(place.syntax, place.node).length > 1 ? 1 : 0;
    },
    match_pattern: ({ syntax, node }) => (childByField(syntax, node, 'condition') === -1 ? 0 : 1),
    try_expression: (place) => {
      place.memory.returns += 1;
      return evaluated(1)(place);
    },
    return_expression: countReturn,
    macro_invocation: macroAmount,
    if: inMacro,
    for: inMacro,
    while: inMacro,
    match: inMacro,
    ...Object.fromEntries(
      ['block', 'call_expression', 'loop_expression', 'assignment_expression', 'unary_expression'].map((kind) => [
        kind,
        evaluated(0),
      ]),
    ),
  },
  hides: { async_block: always, const_block: always, const_item: always, static_item: always, array_type: always },
  closing: ({ syntax, node, memory }, value) => {
    const back = givesResult(syntax, node) ? memory.returns : Math.floor(memory.returns / 2);
    return value >= back ? -back : 0;
  },
};

function evaluated(amount: number): (place: Place) => number {
  return ({ memory }) => {
    memory.bareReturn = false;
    return amount;
  };
}

/** A `return` that follows one without a value, with nothing evaluated between, is not seen. */
function countReturn({ syntax, node, memory }: Place): number {
  if (!memory.bareReturn) memory.returns += 1;
  memory.bareReturn = syntax.after[node] === node + 2;
  return 0;
}

const RCA_SPACES = {
  function_item: 'apart',
  closure_expression: 'apart',
  impl_item: 'apart',
  trait_item: 'apart',
} as const;

/** Every function, closure, impl and trait by itself; words and signs in the arguments of macros count. */
export const RCA_RUST: Table = {
  base: 1,
  opens: RCA_SPACES,
  adds: { if: 1, for: 1, while: 1, loop: 1, match_arm: 1, try_expression: 1, '&&': 1, '||': 1 },
};

/** Of a run of boolean operators only the first is remembered, until the next branch: `a || b && c || d` is 2. */
function countOperators({ syntax, node, memory }: Place): number {
  let amount = 0;
  for (const child of childrenOf(syntax, node)) {
    const kind = kindOf(syntax, child);
    if (kind !== '&&' && kind !== '||') continue;
    if (memory.operator !== kind) amount += 1;
    memory.operator ??= kind;
  }
  return amount;
}

function branch({ nesting, memory }: Place): number {
  memory.operator = null;
  return 1 + nesting;
}

const isElseIf = ({ syntax, node }: Place): boolean => kindOf(syntax, syntax.parent[node]!) === 'else_clause';

export const RCA_RUST_COGNITIVE: Table = {
  base: 0,
  opens: RCA_SPACES,
  adds: {
    if_expression: (place) => (isElseIf(place) ? 0 : branch(place)),
    for_expression: branch,
    while_expression: branch,
    match_expression: branch,
    else: 1,
    break_expression: hasLabel,
    continue_expression: hasLabel,
    unary_expression: ({ memory }) => {
      memory.operator = '!';
      return 0;
    },
    binary_expression: countOperators,
  },
  deepens: {
    if_expression: (place) => (isElseIf(place) ? null : 'control'),
    for_expression: 'control',
    while_expression: 'control',
    match_expression: 'control',
    closure_expression: 'closure',
    function_item: 'function',
  },
};

function hasLabel({ syntax, node }: Place): number {
  return childByKind(syntax, node, 'label') === -1 ? 0 : 1;
}

/** An empty function is 0; each closure and inner function adds its base to the one around it. */
export const SONAR_RUST: Table = {
  base: ({ syntax, node }) => (isEmptyBlock(syntax, bodyOf(syntax, node)) ? 0 : 1),
  opens: { function_item: 'inside' },
  adds: {
    function_item: ({ syntax, node }) => (isEmptyBlock(syntax, bodyOf(syntax, node)) ? 0 : 1),
    closure_expression: 1,
    if_expression: 1,
    while_expression: 1,
    for_expression: 1,
    loop_expression: 1,
    match_arm: ({ syntax, node }) => (isEmptyBlock(syntax, childByField(syntax, node, 'value')) ? 0 : 1),
    binary_expression: ({ syntax, node }) => {
      const operator = childByField(syntax, node, 'operator');
      return operator !== -1 && /^(?:&&|\|\|)$/.test(kindOf(syntax, operator)) ? 1 : 0;
    },
  },
};
