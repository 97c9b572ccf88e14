import { childByField, childrenOf, kindOf, type Node, namedChildrenOf, textOf } from '../../src/languages/syntax.ts';
import { functionName, typeName } from './function-name.ts';
import { openScope, type Walk } from './walk.ts';

/** Opens a function: one of its own where none is open or the rules set it apart, else a part of the one that holds it, one level deeper. */
export function openFunction(walk: Walk, node: Node): void {
  const { syntax, names, rules } = walk;
  openScope(walk, node);
  const name = functionName(syntax, node);
  const owner = walk.directlyInType ? (names.at(-1) ?? null) : null;
  if (walk.holder === null || rules.apart?.(syntax, node)) {
    const symbol = [...names, name].join(rules.separator);
    const parameters = countParameters(walk, node);
    walk.holder = { symbol, node, parameters, cognitive: 0, cyclomatic: 1, nesting: 0 };
    walk.onIncrement?.(walk.holder, 'cyclomatic', node, { amount: 1, nesting: 0, reason: 'function' });
    walk.functions.push(walk.holder);
    walk.nesting = 0;
    walk.depth = 0;
    if (rules.apart) names.push(name);
  } else if (!walk.directlyInType && !isWrapperOfDecorator(walk, node)) walk.nesting += 1;
  walk.directlyInType = false;
  walk.frames.push({ name, owner, called: false });
}

export function openType(walk: Walk, node: Node): void {
  openScope(walk, node);
  walk.names.push(typeName(walk.syntax, node));
  if (walk.holder === null) walk.types.push({ symbol: walk.names.join(walk.rules.separator), node });
  walk.nesting = 0;
  walk.directlyInType = true;
}

export function openNamespace(walk: Walk, node: Node): void {
  openScope(walk, node);
  walk.names.push(functionName(walk.syntax, node));
}

/**
 * A Python decorator holds one function and returns it; its wrapper is read as if it stood alone:
 *     def twice(f):
 *         def wrapper(x): …
 *         return wrapper
 */
function isWrapperOfDecorator(walk: Walk, node: Node): boolean {
  const { syntax } = walk;
  const parent = syntax.parent[node]!;
  const definition = parent !== -1 && kindOf(syntax, parent) === 'decorated_definition' ? parent : node;
  const body = syntax.parent[definition]!;
  if (kindOf(syntax, node) !== 'function_definition' || body === -1) return false;
  const holder = syntax.parent[body]!;
  if (holder === -1 || kindOf(syntax, holder) !== 'function_definition') return false;
  const statements = namedChildrenOf(syntax, body).filter((child) => !isAside(walk, child));
  const last = statements[1];
  if (statements.length !== 2 || statements[0] !== definition || kindOf(syntax, last!) !== 'return_statement')
    return false;
  const returned = namedChildrenOf(syntax, last!);
  return returned.length === 1 && kindOf(syntax, returned[0]!) === 'identifier';
}

const isAside = (walk: Walk, statement: Node): boolean => {
  const { syntax } = walk;
  const kind = kindOf(syntax, statement);
  return kind === 'comment' || (kind === 'expression_statement' && kindOf(syntax, statement + 1) === 'string');
};

function countParameters(walk: Walk, node: Node): number {
  const { syntax, rules } = walk;
  const list = childByField(syntax, node, 'parameters');
  if (list === -1) return childByField(syntax, node, 'parameter') === -1 ? 0 : 1;
  const parameters = childrenOf(syntax, list).filter((child) => rules.parameters.has(kindOf(syntax, child)));
  const first = parameters[0];
  return parameters.length - (first !== undefined && isReceiver(walk, first) ? 1 : 0);
}

const isReceiver = (walk: Walk, parameter: Node): boolean =>
  /^(?:self|cls)\b/.test(textOf(walk.syntax, parameter))
    ? walk.directlyInType && kindOf(walk.syntax, parameter) !== 'parameter'
    : /^this\b/.test(textOf(walk.syntax, parameter)) && kindOf(walk.syntax, parameter) === 'required_parameter';
