import { surroundingsOf } from '../../../src/languages/rust/composition/surroundings.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { FileReader } from './item-context.ts';
import { readNameRef, readValue, refOf, withoutPasses } from './read-value.ts';
import type { Step, Where } from './rust-file.ts';

/** What reading one function needs: the tree, its body, and where the places are. */
export interface BodyReader {
  readonly syntax: Syntax;
  readonly body: Node;
  /** Items of the body itself stand in a scope of the function's name. */
  readonly where: (node: Node) => Where;
  readonly variables: Set<string>;
}

const BRANCHES = new Set([
  'if_expression',
  'match_expression',
  'for_expression',
  'while_expression',
  'loop_expression',
  'closure_expression',
]);

/** Methods that give the same module again. */
const PASSES = new Set([
  'clone',
  'as_ref',
  'as_borrowed',
  'borrow',
  'bind',
  'into_bound',
  'to_owned',
  'as_any',
  'unbind',
  'clone_ref',
  'into',
  'into_any',
  'as_gil_ref',
  'into_ref',
  'as_unbound',
]);
/** Methods that add nothing. */
const HARMLESS = new Set(['py', 'name', 'filename', 'index', 'gil_used', 'hasattr', 'getattr', 'set_gil_used']);

/**
 * What a function does with the Python modules in its hands, in source order. Each mention of such a variable is either understood or makes
 * the module open: nothing is passed over.
 */
export function readSteps(
  { syntax, lineOf }: Pick<FileReader, 'syntax' | 'lineOf'>,
  body: Node,
  parameters: readonly string[],
  inline: readonly string[],
): Step[] {
  const reader: BodyReader = {
    syntax,
    body,
    where: (node) => ({
      inline,
      line: lineOf(node),
      cfg: surroundingsOf(syntax, node).cfg,
    }),
    variables: new Set(parameters),
  };
  const born = births(reader);
  const steps: { at: number; step: Step }[] = born.map(({ node, step }) => ({ at: syntax.start[node]!, step }));
  for (let node = body; node < syntax.after[body]!; node++) {
    if (/^(?:function_item|attribute_item)$/.test(kindOf(syntax, node)) && node !== syntax.parent[body]) {
      node = syntax.after[node]! - 1;
      continue;
    }
    if (!isMention(reader, node)) continue;
    const step = stepOf(reader, node);
    if (step) steps.push({ at: syntax.start[node]!, step });
  }
  const run = /(?:\bpy\w*|\.\s*py\(\))\s*\.\s*(?:run|eval)\w*\s*\(|\bpy_run!/.exec(textOf(syntax, body));
  if (run)
    for (const on of reader.variables)
      steps.push({ at: syntax.start[body]! + run.index, step: { ...runs(reader), on } });
  return steps.sort((a, b) => a.at - b.at).map(({ step }) => step);
}

/** Code of Python that a function runs may write names into any module. */
const runs = (reader: BodyReader): Omit<Extract<Step, { do: 'opaque' }>, 'on'> => ({
  ...reader.where(reader.body),
  maybe: false,
  do: 'opaque',
  reason: 'code of Python is run beside it',
});

const isMaybe = ({ syntax, body }: BodyReader, node: Node): boolean => {
  for (let at = syntax.parent[node]!; at > body; at = syntax.parent[at]!)
    if (BRANCHES.has(kindOf(syntax, at))) return true;
  return false;
};

/** `let x = PyModule::new(py, "x")?` and `let x = child(py)?` where `x` is handed to `add_submodule`. */
function births(reader: BodyReader): { node: Node; step: Step }[] {
  const { syntax, body, variables } = reader;
  const handed = new Set(
    [...textOf(syntax, body).matchAll(/\badd_submodule\(\s*&?\s*(\w+)\s*[,)]/g)].map((match) => match[1]!),
  );
  const found: { node: Node; step: Step }[] = [];
  for (let node = body; node < syntax.after[body]!; node++) {
    if (kindOf(syntax, node) !== 'let_declaration') continue;
    const pattern = childByField(syntax, node, 'pattern');
    const value = childByField(syntax, node, 'value');
    if (pattern === -1 || value === -1 || kindOf(syntax, pattern) !== 'identifier') continue;
    const variable = textOf(syntax, pattern);
    const base = { ...reader.where(node), maybe: isMaybe(reader, node) };
    const made = newModule(syntax, value);
    if (made !== -1) {
      variables.add(variable);
      found.push({ node, step: { ...base, do: 'new', variable, name: readNameRef(syntax, made) } });
    } else if (handed.has(variable) && !isAlias(reader, value)) {
      variables.add(variable);
      const of = refOf(syntax, value, new Set());
      found.push({
        node,
        step: of ? { ...base, do: 'made', variable, of } : { ...base, do: 'new', variable, name: null },
      });
    }
  }
  return found;
}

const isAlias = ({ syntax, variables }: BodyReader, value: Node): boolean =>
  variables.has(textOf(syntax, withoutPasses(syntax, value)));

/** The argument that names the module in `PyModule::new(py, name)`; -1 for anything else. */
function newModule(syntax: Syntax, value: Node): Node {
  const call = withoutPasses(syntax, value);
  if (kindOf(syntax, call) !== 'call_expression') return -1;
  const callee = textOf(syntax, childByField(syntax, call, 'function')).replace(/\s/g, '');
  if (!/(?:^|::)PyModule::new(?:_bound)?$/.test(callee)) return -1;
  return namedChildrenOf(syntax, childByField(syntax, call, 'arguments'))[1] ?? -1;
}

/** An identifier that stands for one of the variables; tokens of `wrap_pyfunction!(f, m)` only say to whom a function will belong. */
function isMention({ syntax, variables }: BodyReader, node: Node): boolean {
  if (kindOf(syntax, node) !== 'identifier' || !variables.has(textOf(syntax, node))) return false;
  const parent = syntax.parent[node]!;
  const kind = kindOf(syntax, parent);
  if (kind === 'let_declaration') return childByField(syntax, parent, 'pattern') !== node;
  if (kind === 'parameter' || kind === 'closure_parameters' || kind === 'scoped_identifier') return false;
  return !isWrapped(syntax, node);
}

function isWrapped(syntax: Syntax, node: Node): boolean {
  let at = syntax.parent[node]!;
  while (at > 0 && kindOf(syntax, at) === 'token_tree') at = syntax.parent[at]!;
  return (
    kindOf(syntax, at) === 'macro_invocation' &&
    /wrap_py(?:function|module)(?:_bound)?$/.test(textOf(syntax, childByField(syntax, at, 'macro')))
  );
}

function stepOf(reader: BodyReader, mention: Node): Step | null {
  const { syntax } = reader;
  const variable = textOf(syntax, mention);
  const whole = widen(syntax, mention);
  const parent = syntax.parent[whole]!;
  const base = { ...reader.where(mention), maybe: isMaybe(reader, mention) };
  const opaque = (reason: string): Step => ({ ...base, do: 'opaque', on: variable, reason });
  switch (kindOf(syntax, parent)) {
    case 'field_expression':
      return methodStep(reader, syntax.parent[parent]!, parent, { ...base, on: variable });
    case 'arguments':
      return argumentStep(reader, whole, { ...base, on: variable });
    case 'block':
    case 'return_expression':
      return { ...base, do: 'return', variable };
    case 'expression_statement':
      return null;
    case 'let_declaration': {
      const pattern = childByField(syntax, parent, 'pattern');
      if (kindOf(syntax, pattern) !== 'identifier') return opaque('it is taken apart');
      reader.variables.add(textOf(syntax, pattern));
      return { ...base, do: 'made', variable: textOf(syntax, pattern), of: { variable } };
    }
    case 'token_tree':
      return opaque(`a macro gets it: ${macroAround(syntax, parent)}`);
    default:
      return opaque('how it is used is not understood');
  }
}

const macroAround = (syntax: Syntax, tree: Node): string => {
  let at = tree;
  while (at > 0 && kindOf(syntax, at) === 'token_tree') at = syntax.parent[at]!;
  const macro = kindOf(syntax, at) === 'macro_invocation' ? childByField(syntax, at, 'macro') : -1;
  return macro === -1 ? 'a macro' : `${textOf(syntax, macro)}!`;
};

/** From a variable to the largest expression that is still the same module: `&m`, `m?`, `m.clone()`. */
function widen(syntax: Syntax, mention: Node): Node {
  let at = mention;
  for (;;) {
    const parent = syntax.parent[at]!;
    const kind = kindOf(syntax, parent);
    if (
      kind === 'reference_expression' ||
      kind === 'try_expression' ||
      kind === 'parenthesized_expression' ||
      kind === 'unary_expression'
    )
      at = parent;
    else if (kind === 'field_expression' && PASSES.has(textOf(syntax, childByField(syntax, parent, 'field')))) {
      const call = syntax.parent[parent]!;
      if (kindOf(syntax, call) !== 'call_expression') return at;
      at = call;
    } else return at;
  }
}

type Base = Where & { readonly maybe: boolean; readonly on: string };

function methodStep(reader: BodyReader, above: Node, field: Node, base: Base): Step | null {
  const { syntax } = reader;
  const isGeneric = kindOf(syntax, above) === 'generic_function';
  const call = isGeneric ? syntax.parent[above]! : above;
  const isCalled =
    kindOf(syntax, call) === 'call_expression' &&
    childByField(syntax, call, 'function') === (isGeneric ? above : field);
  const method = textOf(syntax, childByField(syntax, field, 'field'));
  if (!isCalled) return opaqueStep(base, 'a field of it is read');
  if (HARMLESS.has(method)) return null;
  const given = argumentsOf(syntax, call);
  if (method === 'add_class') return classStep(isGeneric ? genericOf(syntax, above) : '', base);
  if (method === 'add_function' || method === 'add_wrapped') return functionStep(reader, given[0], base);
  if (method === 'add_submodule') return submoduleStep(reader, given[0], base);
  const [name, value] = given;
  if ((method === 'add' || method === 'setattr') && name !== undefined && value !== undefined)
    return { ...base, do: 'add', name: readNameRef(syntax, name), value: readValue(syntax, value, reader) };
  return opaqueStep(base, `${method} is called on it`);
}

const opaqueStep = (base: Base, reason: string): Step => ({ ...base, do: 'opaque', reason });

const genericOf = (syntax: Syntax, node: Node): string =>
  textOf(syntax, childByField(syntax, node, 'type_arguments'))
    .slice(1, -1)
    .trim();

const argumentsOf = (syntax: Syntax, call: Node): Node[] =>
  namedChildrenOf(syntax, childByField(syntax, call, 'arguments')).filter(
    (node) => !kindOf(syntax, node).endsWith('comment'),
  );

const classStep = (path: string, base: Base): Step =>
  path === '' || path === '_'
    ? opaqueStep(base, 'the class that is added is not written')
    : { ...base, do: 'class', path };

function functionStep(reader: BodyReader, given: Node | undefined, base: Base): Step {
  const value = given === undefined ? null : readValue(reader.syntax, given, reader);
  if (value?.kind === 'function') return { ...base, do: 'function', path: value.path };
  if (value?.kind === 'module' && 'wrapped' in value.of) return { ...base, do: 'module', path: value.of.wrapped };
  return opaqueStep(base, 'the function that is added is computed');
}

function submoduleStep({ syntax, variables }: BodyReader, given: Node | undefined, base: Base): Step {
  const of = given === undefined ? null : refOf(syntax, given, variables);
  return of ? { ...base, do: 'submodule', of } : opaqueStep(base, 'the submodule is computed');
}

/** The module as an argument: of a function that registers, of `add_submodule`, of `sys.modules`. */
function argumentStep(reader: BodyReader, argument: Node, { on, ...rest }: Base): Step | null {
  const { syntax } = reader;
  const call = syntax.parent[syntax.parent[argument]!]!;
  const opaque = (reason: string): Step => ({ ...rest, do: 'opaque', on, reason });
  if (kindOf(syntax, call) !== 'call_expression') return opaque('how it is handed on is not understood');
  const callee = childByField(syntax, call, 'function');
  const text = textOf(syntax, callee).replace(/\s/g, '');
  if (text === 'Ok' || text === 'Some') return { ...rest, do: 'return', variable: on };
  const method = /\.(\w+)$/.exec(text)?.[1];
  // What the other module does with it, and the entry in `sys.modules`, add nothing here.
  if (method !== undefined)
    return /^(?:add_submodule|add|set_item|setattr|add_wrapped|add_function)$/.test(method)
      ? null
      : opaque(`${method} gets it`);
  if (!/^[\w:<>]+$/.test(text)) return opaque('what gets it is computed');
  const given = argumentsOf(syntax, call);
  const names = given.map((node) => {
    const name = textOf(syntax, withoutPasses(syntax, node));
    return reader.variables.has(name) ? name : null;
  });
  if (given.indexOf(argument) !== names.findIndex((name) => name !== null)) return null;
  return { ...rest, do: 'call', path: text, arguments: names };
}

/** Parameters of a function that hold a Python module, by their types. */
export const isModuleType = (type: string): boolean =>
  /\bPyModule\b/.test(type) && !/^(?:Vec|Option|HashMap)</.test(type);
