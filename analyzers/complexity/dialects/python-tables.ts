import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { always, type Place, type Table } from './table.ts';

const parentKind = ({ syntax, node }: Place): string => {
  const parent = syntax.parent[node]!;
  return parent === -1 ? '' : kindOf(syntax, parent);
};

/** `except *A:`, with a space before the star, is an `except_clause` to the grammar. */
const isGroup = (syntax: Syntax, clause: Node): boolean =>
  kindOf(syntax, clause) === 'except_group_clause' ||
  (kindOf(syntax, clause) === 'except_clause' && /^except[\s\\]*\*/.test(textOf(syntax, clause)));

const hasGroups = (syntax: Syntax, statement: Node): boolean =>
  childrenOf(syntax, statement).some((clause) => isGroup(syntax, clause));

const isGroupTry = ({ syntax, node }: Place): boolean => hasGroups(syntax, node);

/** The `else` of what, if not of an `if`: `for`, `while` or `try`. */
const elseOf =
  (...kinds: string[]) =>
  (place: Place): number =>
    kinds.includes(parentKind(place)) ? 1 : 0;

const casesOf = (syntax: Syntax, statement: Node): Node[] => {
  const body = childByField(syntax, statement, 'body');
  return body === -1 ? [] : childrenOf(syntax, body).filter((child) => kindOf(syntax, child) === 'case_clause');
};

/** The pattern of `case pattern`, null where there are several: `case a, b`. */
function onlyPattern(syntax: Syntax, clause: Node): Node | null {
  const patterns = childrenOf(syntax, clause).filter((child) => kindOf(syntax, child) === 'case_pattern');
  return patterns.length === 1 && kindOf(syntax, syntax.after[patterns[0]!]!) !== ',' ? patterns[0]! : null;
}

/** `case _` and `case name`, also in parentheses: they take whatever comes. */
function isNameCase(syntax: Syntax, clause: Node): boolean {
  const pattern = onlyPattern(syntax, clause);
  return pattern !== null && isName(syntax, pattern);
}

/** The same, and `case name as other` and `case first | _`. */
function isIrrefutable(syntax: Syntax, clause: Node): boolean {
  let current = onlyPattern(syntax, clause);
  while (current !== null && !isName(syntax, current) && !hasNameAmong(syntax, current))
    current = sameAs(syntax, current);
  return current !== null;
}

/** `case 1 | name`. */
function hasNameAmong(syntax: Syntax, pattern: Node): boolean {
  if (kindOf(syntax, pattern + 1) !== 'union_pattern') return false;
  return childrenOf(syntax, pattern + 1).some(
    (part) =>
      kindOf(syntax, part) === '_' || (kindOf(syntax, part) === 'dotted_name' && syntax.after[part] === part + 2),
  );
}

/** The pattern inside that takes what all of it takes. */
function sameAs(syntax: Syntax, pattern: Node): Node | null {
  const inner = pattern + 1;
  const kind = kindOf(syntax, inner);
  if (kind !== 'as_pattern' && kind !== 'tuple_pattern') return null;
  const parts = childrenOf(syntax, inner).filter((child) => kindOf(syntax, child) === 'case_pattern');
  return parts.length === 1 && (kind === 'as_pattern' || onlyIn(syntax, parts[0]!)) ? parts[0]! : null;
}

function isName(syntax: Syntax, pattern: Node): boolean {
  let inner = pattern + 1;
  while (kindOf(syntax, inner) === '(' || kindOf(syntax, inner) === 'tuple_pattern') inner += 1;
  if (kindOf(syntax, inner) === 'case_pattern') return onlyIn(syntax, inner) && isName(syntax, inner);
  const whole = syntax.after[inner] === syntax.after[pattern];
  if (kindOf(syntax, inner) === '_') return true;
  return whole && kindOf(syntax, inner) === 'dotted_name' && syntax.after[inner] === inner + 2;
}

const onlyIn = (syntax: Syntax, pattern: Node): boolean => kindOf(syntax, syntax.after[pattern]!) === ')';

const hasGuard = (syntax: Syntax, clause: Node): boolean => childByField(syntax, clause, 'guard') !== -1;

/** radon: one case that is a name or `_`, with a guard or without, takes one off. */
const radonMatch = ({ syntax, node }: Place): number =>
  casesOf(syntax, node).some((clause) => isNameCase(syntax, clause)) ? -1 : 0;

/** ruff: a last case that takes all is an `else`. */
function ruffMatch({ syntax, node }: Place): number {
  const last = casesOf(syntax, node).at(-1);
  return last !== undefined && isIrrefutable(syntax, last) && !hasGuard(syntax, last) ? -1 : 0;
}

const inComprehension = (place: Place): number => (parentKind(place) === 'case_clause' ? 0 : 1);

/** Only bodies are visited: no decorators, defaults, annotations or base classes; and no class inside a function. */
export const RADON: Table = {
  base: 1,
  opens: { function_definition: 'apart' },
  adds: {
    if_statement: 1,
    elif_clause: 1,
    conditional_expression: 1,
    for_statement: 1,
    while_statement: 1,
    else_clause: (place) =>
      elseOf('for_statement', 'while_statement', 'try_statement')(place) === 1 &&
      !hasGroups(place.syntax, place.syntax.parent[place.node]!)
        ? 1
        : 0,
    except_clause: ({ syntax, node }) => (isGroup(syntax, node) ? 0 : 1),
    boolean_operator: 1,
    match_statement: radonMatch,
    case_clause: 1,
    for_in_clause: 1,
    if_clause: inComprehension,
    assert_statement: 1,
  },
  seals: new Set(['assert_statement']),
  hides: {
    class_definition: (_place, inFunction) => inFunction,
    parameters: always,
    decorator: always,
    type: (place) => parentKind(place) === 'function_definition',
    argument_list: (place) => parentKind(place) === 'class_definition',
  },
};

/** A graph of statements: edges - nodes + 2. It never looks into `finally`, `match` and `try … except*`. */
export const MCCABE: Table = {
  base: 1,
  // At module level a statement with branches is measured by itself.
  opens: {
    function_definition: 'inside',
    if_statement: 'inside',
    for_statement: 'inside',
    while_statement: 'inside',
    try_statement: 'inside',
  },
  adds: {
    function_definition: 1,
    if_statement: 1,
    elif_clause: 1,
    for_statement: 1,
    while_statement: 1,
    // A path past the handlers is an edge of its own, be there handlers or not.
    try_statement: 1,
    except_clause: 1,
  },
  hides: { finally_clause: always, match_statement: always, try_statement: isGroupTry },
};

export const RUFF: Table = {
  base: 1,
  opens: { function_definition: 'both' },
  adds: {
    if_statement: 1,
    elif_clause: 1,
    for_statement: 1,
    while_statement: 1,
    except_clause: 1,
    except_group_clause: 1,
    else_clause: elseOf('try_statement'),
    case_clause: 1,
    match_statement: ruffMatch,
  },
};

/** Words, wherever they stand but in strings; what an f-string interpolates is none. */
export const LIZARD_PYTHON: Table = {
  base: 1,
  opens: { function_definition: 'apart' },
  adds: { if: 1, elif: 1, for: 1, while: 1, except: 1, 'except*': 1, finally: 1, and: 1, or: 1, case: 1 },
};

/** Words; the `else` of loops counts too. */
export const RCA_PYTHON: Table = {
  base: 1,
  opens: { function_definition: 'apart', class_definition: 'apart' },
  adds: {
    if: 1,
    elif: 1,
    for: 1,
    while: 1,
    except: 1,
    'except*': 1,
    with: 1,
    assert: 1,
    and: 1,
    or: 1,
    else_clause: elseOf('for_statement', 'while_statement'),
  },
};

export const SONAR_PYTHON: Table = {
  base: 1,
  opens: { function_definition: 'apart' },
  adds: {
    if_statement: 1,
    for_statement: 1,
    while_statement: 1,
    boolean_operator: 1,
    conditional_expression: 1,
    if_clause: inComprehension,
  },
};
