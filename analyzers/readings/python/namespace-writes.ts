import {
  childByField,
  childrenOf,
  fieldOf,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';

/** By the text of an expression; null where the keys are not known. */
export type KeysOf = (expression: string) => readonly string[] | null;

/** Names of a module that something writes into its namespace: one, those that begin alike, or any. */
export interface NamespaceWrite {
  readonly node: Node;
  /** null: the text does not tell. */
  readonly name: string | null;
  /** The name is only how all of them begin. */
  readonly isPrefix: boolean;
  /** It is only handed to other code, which may write to it. */
  readonly handed?: true;
}

/**
 * Where a module writes into its own namespace around its attributes: `globals()["x"] = …`, `vars(module).update(x=1)`,
 * `f.__globals__["x"] = …`, a variable that holds such a dictionary, one that is handed to other code.
 * @param isModule whether an expression gives the module object
 * @param own the file is the module: its `globals()` are those that are asked about
 * @param keysOf the keys of what is given to `update`, where they are known
 */
export function namespaceWrites(
  syntax: Syntax,
  isModule: (node: Node) => boolean,
  own = true,
  keysOf: KeysOf = () => null,
): NamespaceWrite[] {
  const spaces: Node[] = [];
  const nodesByName = new Map<string, Node[]>();
  for (let node = 1; node < syntax.size; node++) {
    if (!isSpace(syntax, node, isModule, own)) continue;
    spaces.push(node);
    const variable = heldBy(syntax, node);
    if (variable !== null) nodesByName.set(variable, [...(nodesByName.get(variable) ?? []), scopeOf(syntax, node)]);
  }
  const isHeld = (node: Node): boolean =>
    nodesByName.get(textOf(syntax, node))?.some((scope) => scope <= node && node < syntax.after[scope]!) === true;
  if (nodesByName.size > 0)
    for (let node = 1; node < syntax.size; node++)
      if (kindOf(syntax, node) === 'identifier' && isHeld(node) && !isBinding(syntax, node)) spaces.push(node);
  return spaces.flatMap((node) => writesBy(syntax, node, keysOf));
}

/** The function whose variable is assigned there; the file, also where the function says `global`. */
function scopeOf(syntax: Syntax, node: Node): Node {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
    if (kindOf(syntax, up) === 'function_definition')
      return /^\s*(?:global|nonlocal)\s/m.test(textOf(syntax, up)) ? 0 : up;
  return 0;
}

function isSpace(syntax: Syntax, node: Node, isModule: (node: Node) => boolean, own: boolean): boolean {
  const kind = kindOf(syntax, node);
  if (kind === 'attribute') {
    const name = textOf(syntax, childByField(syntax, node, 'attribute'));
    if (name === 'f_globals') return !own;
    return name === '__globals__' || (name === '__dict__' && isModule(childByField(syntax, node, 'object')));
  }
  if (kind !== 'call') return false;
  const callee = textOf(syntax, childByField(syntax, node, 'function'));
  const [first, second] = argumentsOf(syntax, node);
  if (callee === 'vars' && first !== undefined) return isModule(first);
  if (first !== undefined && second !== undefined && ASKS.test(callee)) {
    const asked = textOf(syntax, second).slice(1, -1);
    return asked === '__globals__' || (asked === '__dict__' && isModule(first));
  }
  return own && (callee === 'globals' || (/^(vars|locals)$/.test(callee) && isAtTop(syntax, node)));
}

/** `getattr(m, "__dict__")`, `object.__getattribute__(m, "__dict__")`. */
const ASKS = /(^|\.)(getattr|__getattribute__|getattr_static|attrgetter)$/;

const argumentsOf = (syntax: Syntax, call: Node): Node[] =>
  childrenOf(syntax, childByField(syntax, call, 'arguments')).filter(
    (child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)),
  );

function isAtTop(syntax: Syntax, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
    if (/^(function_definition|class_definition|lambda)$/.test(kindOf(syntax, up))) return false;
  return true;
}

/** The variable that it is assigned to. */
function heldBy(syntax: Syntax, node: Node): string | null {
  const up = syntax.parent[node]!;
  if (!/^(assignment|named_expression)$/.test(kindOf(syntax, up))) return null;
  const left = syntax.after[up]! > up + 1 ? up + 1 : -1;
  return left !== node && kindOf(syntax, left) === 'identifier' ? textOf(syntax, left) : null;
}

/** `x` of `x = …`, of `o.x`, of `f(x=1)` and of `del x`. */
function isBinding(syntax: Syntax, node: Node): boolean {
  const field = fieldOf(syntax, node);
  const up = syntax.parent[node]!;
  const kind = kindOf(syntax, up);
  const isDeleted = kind === 'expression_list' && kindOf(syntax, syntax.parent[up]!) === 'delete_statement';
  return (
    isDeleted ||
    kind === 'delete_statement' ||
    (kind === 'assignment' && field === 'left') ||
    (kind === 'named_expression' && field === 'name') ||
    (kind === 'attribute' && field === 'attribute') ||
    (kind === 'keyword_argument' && field === 'name')
  );
}

const READING_METHOD = /^(get|keys|values|items|copy|__getitem__|__contains__|__len__|__iter__)$/;

/** What is done with a namespace where it stands. */
function writesBy(syntax: Syntax, space: Node, keysOf: KeysOf): NamespaceWrite[] {
  const up = syntax.parent[space]!;
  const any: NamespaceWrite[] = [{ node: space, name: null, isPrefix: false }];
  const handed: NamespaceWrite[] = [{ node: space, name: null, isPrefix: false, handed: true }];
  switch (kindOf(syntax, up)) {
    case 'subscript':
      if (fieldOf(syntax, space) !== 'value') return [];
      return isTarget(syntax, up) ? [keyed(syntax, space, childByField(syntax, up, 'subscript'))] : [];
    case 'attribute':
      return methodWrites(syntax, space, { attribute: up, keysOf });
    case 'argument_list':
      return isReader(syntax, syntax.parent[up]!)
        ? []
        : givenWrites(syntax, space, { call: syntax.parent[up]!, keysOf });
    case 'keyword_argument':
      return isReader(syntax, syntax.parent[syntax.parent[up]!]!) ? [] : handed;
    case 'assignment':
    case 'named_expression':
      return heldBy(syntax, space) === null ? any : [];
    case 'augmented_assignment':
      return any;
    case 'boolean_operator':
      return isOnlyTested(syntax, space, up) ? [] : handed;
    default:
      return HANDED.test(kindOf(syntax, up)) ? handed : [];
  }
}

/** `d and f(d.get("x"))`: a namespace is never empty, so that what stands in front of `and` is asked and never the result. */
const isOnlyTested = (syntax: Syntax, space: Node, operator: Node): boolean =>
  fieldOf(syntax, space) === 'left' && textOf(syntax, childByField(syntax, operator, 'operator')) === 'and';

const SETS_ITEM = /(^|\.)(setitem|delitem|__setitem__|__delitem__|swap_item)$/;
const UPDATES = /(^|[a-z_]\.)(patch\.dict|dict\.update|dict)$/;

/** Code that gets it may write any name, but for calls that name it: `setitem(d, "x", 1)`, `patch.dict(d, x=1)`. */
function givenWrites(
  syntax: Syntax,
  space: Node,
  { call, keysOf }: { readonly call: Node; readonly keysOf: KeysOf },
): NamespaceWrite[] {
  const callee = textOf(syntax, childByField(syntax, call, 'function'));
  const [first, ...others] = argumentsOf(syntax, call);
  if (first === space && SETS_ITEM.test(callee) && others[0] !== undefined) return [keyed(syntax, space, others[0])];
  if (first === space && UPDATES.test(callee) && others.length > 0)
    return updated(
      syntax,
      space,
      others.filter((one) => !isClearing(syntax, one)),
      keysOf,
    );
  // `exec(code, d)` runs code that stands for itself.
  return [{ node: space, name: null, isPrefix: false, ...(!/(^|\.)(exec|eval)$/.test(callee) && { handed: true }) }];
}

/** `clear=False` of mock.patch.dict; with another value everything is written. */
const isClearing = (syntax: Syntax, node: Node): boolean => /^clear\s*=\s*False$/.test(textOf(syntax, node));

/** Code that gets it so may write to it. */
const HANDED =
  /^(return_statement|yield|pair|list|tuple|set|expression_list|default_parameter|typed_default_parameter|lambda|conditional_expression)$/;

function isTarget(syntax: Syntax, node: Node): boolean {
  let current = node;
  for (let up = syntax.parent[current]!; up > 0; current = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (/^(assignment|augmented_assignment|for_statement|for_in_clause)$/.test(kind))
      return fieldOf(syntax, current) === 'left';
    if (kind === 'delete_statement' || kind === 'as_pattern_target') return true;
    if (!/^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|expression_list|tuple|list)$/.test(kind))
      return false;
  }
  return false;
}

function methodWrites(
  syntax: Syntax,
  space: Node,
  { attribute, keysOf }: { readonly attribute: Node; readonly keysOf: KeysOf },
): NamespaceWrite[] {
  const call = syntax.parent[attribute]!;
  const method = textOf(syntax, childByField(syntax, attribute, 'attribute'));
  if (READING_METHOD.test(method)) return [];
  if (kindOf(syntax, call) !== 'call' || fieldOf(syntax, attribute) !== 'function')
    return [{ node: space, name: null, isPrefix: false }];
  const given = argumentsOf(syntax, call);
  if (/^(pop|setdefault|__setitem__|__delitem__)$/.test(method) && given[0] !== undefined)
    return [keyed(syntax, space, given[0])];
  if (method !== 'update') return [{ node: space, name: null, isPrefix: false }];
  return updated(syntax, space, given, keysOf);
}

/** What `update` says by keywords and by a dictionary that stands there. */
function updated(syntax: Syntax, space: Node, given: readonly Node[], keysOf: KeysOf): NamespaceWrite[] {
  return given.flatMap((one): NamespaceWrite[] => {
    const keys = keysOf(textOf(syntax, one));
    if (keys !== null) return keys.map((name) => ({ node: space, name, isPrefix: false }));
    const kind = kindOf(syntax, one);
    if (kind === 'keyword_argument' && !/^(clear|values)$/.test(textOf(syntax, childByField(syntax, one, 'name'))))
      return [{ node: space, name: textOf(syntax, childByField(syntax, one, 'name')), isPrefix: false }];
    const inside =
      kind === 'dictionary' ? childrenOf(syntax, one).filter((child) => !/^[{},]$/.test(kindOf(syntax, child))) : [];
    const pairs = inside.filter((child) => kindOf(syntax, child) === 'pair');
    return pairs.length > 0 && pairs.length === inside.length
      ? pairs.map((pair) => keyed(syntax, space, childByField(syntax, pair, 'key')))
      : [{ node: space, name: null, isPrefix: false }];
  });
}

/** By what the text tells of a key: `"x"`, `"X_" + name`, `f"X_{name}"`. */
function keyed(syntax: Syntax, node: Node, key: Node): NamespaceWrite {
  const text = textOf(syntax, key);
  const whole = /^[rRuU]?(["'])([^"'\\\n]*)\1$/.exec(text);
  if (whole) return { node, name: whole[2]!, isPrefix: false };
  const begins = /^[rRuUfF]{0,2}(["'])(\w+)(?:\1\s*[+%]|\{|%)/.exec(text);
  return { node, name: begins?.[2] ?? null, isPrefix: begins !== null };
}

const READERS =
  /^(dict|list|tuple|set|frozenset|sorted|len|iter|str|repr|print|bool|any|all|enumerate|zip|eval|id|type|isinstance|vars|getattr|hasattr|(\w+\.)*(get_type_hints|signature|getmembers|get_annotations|ForwardRef|ChainMap|Timer|timeit|repeat|MappingProxyType|FunctionType|linecache\.\w+))$/;

/** `other.update(d)` and the like take what is in it. */
const COPIES = /(^|\.)assert\w+$|\.(update|copy|deepcopy)$|^(copy|deepcopy)$/;

/** `eval("(x := 1)", d)` binds a name there. */
function isReader(syntax: Syntax, call: Node): boolean {
  if (kindOf(syntax, call) !== 'call') return false;
  const callee = textOf(syntax, childByField(syntax, call, 'function'));
  if (callee === 'eval' && textOf(syntax, call).includes(':=')) return false;
  return READERS.test(callee) || (COPIES.test(callee) && callee !== 'dict.update');
}

/** Whether such a write may be to this name. */
export const mayWrite = ({ name, isPrefix }: Pick<NamespaceWrite, 'name' | 'isPrefix'>, to: string): boolean =>
  name === null || (isPrefix ? to.startsWith(name) : to === name);
