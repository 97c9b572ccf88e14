import { childByField, childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { isQuietCallee } from './known-globals.ts';
import type { Reference } from './lexical-names.ts';

/**
 * How a value is used where its name stands. `mention`: it is called or handed on. `coerces`: it is made a plain value, or asked what it is, which
 * may run code of its own. `extends`: a class is made of it. `member`: something of it is read. `iterates`: its
 * elements are taken. `calls`: a method of it runs. `changes`: it is assigned, deleted from, or handed to a call that may keep or change it.
 */
export type NameUse = 'mention' | 'extends' | 'coerces' | 'member' | 'iterates' | 'calls' | 'changes';

const AROUND =
  /^(parenthesized_expression|non_null_expression|as_expression|satisfies_expression|type_assertion|instantiation_expression)$/;
const HANDED_ON =
  /^(object|array|pair|ternary_expression|binary_expression|sequence_expression|await_expression|spread_element|template_substitution|template_string|jsx_expression)$/;

// Methods of the language's own containers that leave them as they are.
const READERS =
  /^(at|concat|endsWith|entries|every|filter|find|findIndex|findLast|findLastIndex|flat|flatMap|forEach|get|has|hasOwnProperty|includes|indexOf|join|keys|lastIndexOf|map|reduce|reduceRight|slice|some|startsWith|toLowerCase|toSorted|toString|toUpperCase|trim|values)$/;

/** @param reference one of `LexicalNames.free` that no inner scope answers */
export function useOf(syntax: Syntax, { node, write, eager }: Reference): NameUse {
  if (write) return 'changes';
  let current = node;
  let use: NameUse = 'mention';
  let last = -1;
  for (;;) {
    const up = syntax.parent[current]!;
    const kind = kindOf(syntax, up);
    const field = fieldOf(syntax, current);
    if (AROUND.test(kind)) current = up;
    else if (/^(member|subscript)_expression$/.test(kind) && field === 'object') {
      use = 'member';
      last = up;
      current = up;
    } else break;
  }
  if (use === 'mention' && isTakenOut(syntax, current)) return 'member';
  return endOf(syntax, current, use, last, eager);
}

const CHOOSES =
  /^(parenthesized_expression|non_null_expression|as_expression|satisfies_expression|ternary_expression|sequence_expression|binary_expression|object|array|pair)$/;

/** `(x ? a : b).value`, `({ a }).a.value`, `const [{ value }] = [a]`: what is chosen or put into a literal, and asked for something at once. */
function isTakenOut(syntax: Syntax, node: Node): boolean {
  let whole = node;
  for (let up = syntax.parent[whole]!; CHOOSES.test(kindOf(syntax, up)); up = syntax.parent[up]!) {
    if (kindOf(syntax, up) === 'ternary_expression' && fieldOf(syntax, whole) === 'condition') return false;
    if (kindOf(syntax, up) === 'binary_expression' && !/^(\|\||&&|\?\?)$/.test(operatorOf(syntax, up))) return false;
    whole = up;
  }
  if (whole === node) return false;
  const up = syntax.parent[whole]!;
  if (kindOf(syntax, up) === 'variable_declarator')
    return (textOf(syntax, childByField(syntax, up, 'name')).match(/[[{]/g) ?? []).length > 1;
  if (!/^(member|subscript)_expression$/.test(kindOf(syntax, up)) || fieldOf(syntax, whole) !== 'object') return false;
  // A method of a list is not one of what is in it.
  return fieldOf(syntax, up) !== 'function';
}

const operatorOf = (syntax: Syntax, binary: Node): string => kindOf(syntax, childByField(syntax, binary, 'operator'));

/** What becomes of the whole chain that begins with the name. @param last the outermost `.x` or `[x]`, or -1 */
function endOf(syntax: Syntax, node: Node, use: NameUse, last: Node, eager: boolean): NameUse {
  const up = syntax.parent[node]!;
  const kind = kindOf(syntax, up);
  const field = fieldOf(syntax, node);
  if (kind === 'call_expression' && field === 'function') return last === -1 ? 'mention' : methodUse(syntax, last);
  if (/assignment_expression$/.test(kind) && field === 'left') return 'changes';
  if (kind === 'update_expression' || (kind === 'unary_expression' && textOf(syntax, up).startsWith('delete')))
    return 'changes';
  if (kind === 'spread_element') return kindOf(syntax, syntax.parent[up]!) === 'object' ? 'member' : 'iterates';
  const taken =
    kind === 'variable_declarator' ? PATTERN_USES[kindOf(syntax, childByField(syntax, up, 'name'))] : undefined;
  return taken ?? (eager ? useAtLoad(syntax, node, use) : use);
}

/** What a pattern does to the value that it takes apart. */
const PATTERN_USES: Readonly<Record<string, NameUse>> = { array_pattern: 'iterates', object_pattern: 'member' };

function useAtLoad(syntax: Syntax, node: Node, use: NameUse): NameUse {
  const handed = handedToCall(syntax, node, use);
  if (handed !== 'mention' || !isCoerced(syntax, node)) return handed;
  const heritage = syntax.parent[node]!;
  if (!/^(class_heritage|extends_clause)$/.test(kindOf(syntax, heritage))) return 'coerces';
  return asksSuper(syntax, heritage) ? 'member' : 'extends';
}

/** `static x = super.y` reads the base while the class is made. */
function asksSuper(syntax: Syntax, heritage: Node): boolean {
  let made = heritage;
  while (/^(class_heritage|extends_clause)$/.test(kindOf(syntax, made))) made = syntax.parent[made]!;
  const body = childByField(syntax, made, 'body');
  return (
    body !== -1 &&
    childrenOf(syntax, body).some((member) => /^\s*static\b[\s\S]*\bsuper\b/.test(textOf(syntax, member)))
  );
}

const PASSED_ON =
  /^(parenthesized_expression|non_null_expression|as_expression|satisfies_expression|type_assertion|ternary_expression|sequence_expression|array)$/;
const COERCING =
  /^(template_substitution|computed_property_name|class_heritage|extends_clause|subscript_expression|enum_assignment)$/;

/** Does what the value becomes ask it for a primitive, or whether another is made by it? By operators, templates, keys, `extends`. */
export function isCoerced(syntax: Syntax, node: Node): boolean {
  for (let ancestor = node; ; ancestor = syntax.parent[ancestor]!) {
    const up = syntax.parent[ancestor]!;
    const kind = kindOf(syntax, up);
    if (COERCING.test(kind)) return true;
    if (kind === 'unary_expression') return /^[-+~]$/.test(kindOf(syntax, up + 1));
    if (kind === 'binary_expression') {
      const operator = kindOf(syntax, childByField(syntax, up, 'operator'));
      if (/^(===|!==)$/.test(operator)) return false;
      if (!/^(\|\||&&|\?\?)$/.test(operator)) return true;
    } else if (!PASSED_ON.test(kind) || fieldOf(syntax, ancestor) === 'condition') return false;
  }
}

const methodUse = (syntax: Syntax, member: Node): NameUse => {
  const property = childByField(syntax, member, 'property');
  return property !== -1 && READERS.test(textOf(syntax, property)) ? 'member' : 'calls';
};

/** Is the value an argument, by itself or inside of a literal: a call may keep it. */
function handedToCall(syntax: Syntax, node: Node, use: NameUse): NameUse {
  let current = node;
  while (HANDED_ON.test(kindOf(syntax, syntax.parent[current]!))) current = syntax.parent[current]!;
  const list = syntax.parent[current]!;
  if (kindOf(syntax, list) !== 'arguments') return use;
  const call = syntax.parent[list]!;
  if (!isQuietCall(syntax, call)) return 'changes';
  return /^(new\s+)?(Array\.from|Object\.fromEntries|(Weak)?(Map|Set)|\w+Array)\b/.test(textOf(syntax, call))
    ? 'iterates'
    : 'member';
}

/**
 * A call of the language itself that makes a value and runs no code of others, or one that its author marks as pure. Whether the callee's
 * name is taken by something else is for the caller to ask.
 */
export function isQuietCall(syntax: Syntax, call: Node): boolean {
  if (isMarkedPure(syntax, call)) return true;
  const made = kindOf(syntax, call) === 'new_expression';
  const callee = childByField(syntax, call, made ? 'constructor' : 'function');
  if (callee === -1 || !isQuietCallee(textOf(syntax, callee), made)) return false;
  const list = childByField(syntax, call, 'arguments');
  return list === -1 || !handsCode(syntax, list, textOf(syntax, callee));
}

/** `Array.from(x, () => …)` runs what it gets; `Object.freeze(x)` changes it. */
function handsCode(syntax: Syntax, list: Node, callee: string): boolean {
  for (let inner = list + 1; inner < syntax.after[list]!; inner = syntax.after[inner]!) {
    const kind = kindOf(syntax, inner);
    if (/^(arrow_function|function_expression|generator_function)$/.test(kind)) return true;
    if (kind === 'identifier' && (callee === 'Object.freeze' || (callee === 'Array.from' && inner > list + 2)))
      return true;
  }
  return false;
}

const isMarkedPure = (syntax: Syntax, call: Node): boolean =>
  /[#@]__PURE__\s*\*\/\s*$/.test(syntax.text.slice(Math.max(0, syntax.start[call]! - 40), syntax.start[call]!));
