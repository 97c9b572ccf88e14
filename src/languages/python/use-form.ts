import { childByField, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/**
 * What is done with a name where it stands. `held`: it is only handed around. `read`: its content is looked at. `called`: it, or what hangs
 * on it, is called. `stored`: something is set on it. `given`: an argument of a call. `base`: a class is made from it.
 */
export type Form = 'held' | 'read' | 'called' | 'stored' | 'given' | 'base';

export interface NameUse {
  readonly form: Form;
  /** The names behind it, calls and subscripts left out: `environ.get` of `os.environ.get("X")`. */
  readonly path: readonly string[];
  /** The call that it is given to, else -1. */
  readonly to: Node;
  /** An operator, an item or an iteration runs code of the object, which may change it. */
  readonly works: boolean;
  /** What the expression gives is asked for something: its text, truth, items, hash, or how it compares. */
  readonly asked: boolean;
}

/** What the expression that a name begins is used for. Attributes, calls and subscripts of it belong to the expression. */
export function useForm(syntax: Syntax, name: Node): NameUse {
  const { top, path, called, item } = chainOf(syntax, name);
  const up = syntax.parent[top]!;
  const kind = kindOf(syntax, up);
  const taken = takenApart(syntax, top) || isUnpacked(syntax, top);
  const works = item || taken || isWorked(syntax, top);
  const asked = works || READING.test(kind) || isHashed(syntax, top);
  const use = (form: Form, to: Node = -1): NameUse => ({ form, path, to, works, asked });
  if (top !== name && isTarget(syntax, top)) return use('stored');
  if (called || isEntered(syntax, up)) return use('called');
  if (isBareOperation(syntax, top)) return use('stored');
  const given = givenTo(syntax, top);
  if (given !== null) return given.base ? use('base', given.call) : use('given', given.call);
  return use(top !== name || taken || READING.test(kind) ? 'read' : 'held');
}

/** A decorator is called, and a context is entered. */
function isEntered(syntax: Syntax, up: Node): boolean {
  const kind = kindOf(syntax, up);
  if (kind === 'as_pattern') return kindOf(syntax, syntax.parent[up]!) === 'with_item';
  return kind === 'decorator' || kind === 'with_item';
}

interface Chain {
  readonly top: Node;
  readonly path: readonly string[];
  readonly called: boolean;
  /** One of its items is asked for. */
  readonly item: boolean;
}

function chainOf(syntax: Syntax, name: Node): Chain {
  const path: string[] = [];
  let called = false;
  let item = false;
  let top = name;
  for (let up = syntax.parent[top]!; up > 0; top = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'attribute' && childByField(syntax, up, 'object') === top)
      path.push(textOf(syntax, childByField(syntax, up, 'attribute')));
    else if (kind === 'dotted_name') path.push(...textOf(syntax, up).split('.').slice(1));
    else if (kind === 'call' && childByField(syntax, up, 'function') === top) called = true;
    else if (kind === 'subscript' && childByField(syntax, up, 'value') === top) item = true;
    else if (!/^(await|parenthesized_expression)$/.test(kind)) break;
  }
  return { top, path, called, item };
}

const ITERATES =
  /^(list|tuple|set|frozenset|dict|sorted|sum|min|max|any|all|enumerate|zip|map|filter|iter|reversed|next|(["']).*\2\.join)$/;

/** What it is asked for by text, length, truth, comparison or attribute is taken to change nothing. */
function isWorked(syntax: Syntax, top: Node): boolean {
  const up = syntax.parent[top]!;
  const kind = kindOf(syntax, up);
  if (/^(binary_operator|unary_operator|list_splat|dictionary_splat)$/.test(kind)) return true;
  if (kind === 'for_statement' || kind === 'for_in_clause') return fieldOf(syntax, top) === 'right';
  if (kind === 'comparison_operator') return /^(not )?in$/.test(textOf(syntax, top - 1).replace(/\s+/g, ' '));
  const call = kind === 'argument_list' ? syntax.parent[up]! : -1;
  return (
    call !== -1 &&
    kindOf(syntax, call) === 'call' &&
    ITERATES.test(textOf(syntax, childByField(syntax, call, 'function')))
  );
}

const LITERAL = /^(list|tuple|set|dictionary|pair|parenthesized_expression|expression_list)$/;

/** `for x in [env]`, `(1, env)[1]`, `{"a": env}["a"]`, `"%s" % (env,)`: a literal that is made to be asked for what it holds. */
function takenApart(syntax: Syntax, top: Node): boolean {
  let literal = top;
  while (LITERAL.test(kindOf(syntax, syntax.parent[literal]!))) literal = syntax.parent[literal]!;
  if (literal === top) return false;
  const up = syntax.parent[literal]!;
  const kind = kindOf(syntax, up);
  if (kind === 'subscript') return fieldOf(syntax, literal) === 'value';
  if (kind === 'attribute') return fieldOf(syntax, literal) === 'object';
  return isWorked(syntax, literal) || /^(comparison_operator|interpolation)$/.test(kind);
}

/** `a, b = env`, `[a, *b] = env`. */
function isUnpacked(syntax: Syntax, node: Node): boolean {
  const up = syntax.parent[node]!;
  return (
    kindOf(syntax, up) === 'assignment' &&
    fieldOf(syntax, node) === 'right' &&
    /^(pattern_list|tuple_pattern|list_pattern)$/.test(kindOf(syntax, childByField(syntax, up, 'left')))
  );
}

/** A key of a dictionary, or an element of a set. */
function isHashed(syntax: Syntax, node: Node): boolean {
  const kind = kindOf(syntax, syntax.parent[node]!);
  return kind === 'set' || (kind === 'pair' && fieldOf(syntax, node) === 'key');
}

const READING =
  /^(binary_operator|comparison_operator|boolean_operator|not_operator|unary_operator|interpolation|if_statement|elif_clause|while_statement|for_statement|for_in_clause|if_clause|list_splat|dictionary_splat|slice|subscript|assert_statement|conditional_expression|match_statement|raise_statement|yield|format_expression|case_pattern|case_clause|await|generic_type|union_type|constrained_type)$/;

const PATTERN =
  /^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|as_pattern_target|tuple|list|parenthesized_expression|expression_list)$/;

/** `m.x = …`, `m[k] += …`, `del m.x`, `for m.x in …`, `with … as m.x`. */
function isTarget(syntax: Syntax, node: Node): boolean {
  let current = node;
  for (let up = syntax.parent[current]!; up > 0; current = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (
      kind === 'assignment' ||
      kind === 'augmented_assignment' ||
      kind === 'for_statement' ||
      kind === 'for_in_clause'
    )
      return fieldOf(syntax, current) === 'left';
    if (kind === 'delete_statement') return true;
    if (kind === 'as_pattern')
      return fieldOf(syntax, current) === 'alias' || kindOf(syntax, current) === 'as_pattern_target';
    if (!PATTERN.test(kind)) return false;
  }
  return false;
}

/** `first >> second` by itself is written for what it does to both. */
function isBareOperation(syntax: Syntax, node: Node): boolean {
  let operator = false;
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'expression_statement') return operator;
    if (!/^(binary_operator|comparison_operator|parenthesized_expression|list|tuple|expression_list)$/.test(kind))
      return false;
    operator ||= /operator$/.test(kind);
  }
  return false;
}

const HANDS_ON =
  /^(list|tuple|set|dictionary|pair|parenthesized_expression|expression_list|keyword_argument|conditional_expression|boolean_operator|list_splat|dictionary_splat|named_expression)$/;

/** The call or class that gets it as an argument, through whatever holds it. */
function givenTo(syntax: Syntax, node: Node): { readonly call: Node; readonly base: boolean } | null {
  let current = node;
  for (let up = syntax.parent[current]!; up > 0; current = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'argument_list') {
      const call = syntax.parent[up]!;
      return { call, base: kindOf(syntax, call) === 'class_definition' };
    }
    if (kind === 'subscript' && fieldOf(syntax, current) === 'subscript') return null;
    if (!HANDS_ON.test(kind)) return null;
  }
  return null;
}

/** Stands in an annotation: only made, or looked at by who asks for it. */
export function inAnnotation(syntax: Syntax, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'type') return true;
    if (/(statement|definition|^call|^lambda)$/.test(kind)) return false;
  }
  return false;
}
