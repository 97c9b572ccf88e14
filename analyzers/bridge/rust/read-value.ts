import { stringValue } from '../../../src/languages/rust/composition/path-value.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { ModuleRef, NameRef, Value } from './rust-file.ts';

const PASSING_METHODS =
  /^(?:unwrap|expect|clone|into_any|into|unbind|as_any|as_ref|to_owned|into_py|to_object|into_pyobject|bind|into_bound|clone_ref|as_unbound)$/;

/** The expression below `&`, `?`, brackets, and methods that give the same object again. */
export function withoutPasses(syntax: Syntax, node: Node): Node {
  let at = node;
  for (;;) {
    const kind = kindOf(syntax, at);
    if (kind === 'reference_expression') at = childByField(syntax, at, 'value');
    else if (kind === 'try_expression' || kind === 'parenthesized_expression' || kind === 'unary_expression')
      at = namedChildrenOf(syntax, at)[0] ?? -1;
    else if (kind === 'call_expression') {
      const callee = childByField(syntax, at, 'function');
      if (kindOf(syntax, callee) !== 'field_expression') return at;
      if (!PASSING_METHODS.test(textOf(syntax, childByField(syntax, callee, 'field')))) return at;
      at = childByField(syntax, callee, 'value');
    } else return at;
    if (at === -1) return node;
  }
}

/** The first argument of a macro that wraps a function or module: `wrap_pyfunction!(a::f, m)?` -> `a::f`. */
function wrappedPath(text: string, what: 'function' | 'module'): string | null {
  const match = new RegExp(`^(?:\\w+::)*wrap_py${what}(?:_bound)?!\\s*[([{]\\s*([\\w:\\s]+?)\\s*[,)\\]}]`).exec(text);
  return match ? match[1]!.replace(/\s/g, '') : null;
}

/** The module that an expression stands for. */
export function refOf(syntax: Syntax, node: Node, variables: ReadonlySet<string>): ModuleRef | null {
  const inner = withoutPasses(syntax, node);
  const text = textOf(syntax, inner);
  if (variables.has(text)) return { variable: text };
  const wrapped = wrappedPath(text, 'module');
  if (wrapped !== null) return { wrapped };
  if (kindOf(syntax, inner) !== 'call_expression') return null;
  const callee = textOf(syntax, childByField(syntax, inner, 'function')).replace(/\s/g, '');
  return /^[\w:]+$/.test(callee) && !/::new(?:_bound)?$/.test(callee) ? { call: callee } : null;
}

const CLASS_FORMS = [
  /\bget_type(?:_bound)?\s*::\s*<\s*([\w:<>', ]+?)\s*>\s*\(\s*\)/,
  /^([\w:]+)::(?:lazy_)?type_object(?:_bound|_raw)?\s*\(/,
  /^PyType::new(?:_bound)?\s*::\s*<\s*([\w:]+)\s*>\s*\(/,
];

/** What an expression gives to Python, as far as its text tells. */
export function readValue(
  syntax: Syntax,
  node: Node,
  reader: { readonly body: Node; readonly variables: ReadonlySet<string> },
): Value {
  const inner = withoutPasses(syntax, node);
  const text = textOf(syntax, inner);
  const fn = wrappedPath(text, 'function');
  if (fn !== null) return { kind: 'function', path: fn };
  for (const form of CLASS_FORMS) {
    const path = form.exec(text)?.[1];
    if (path !== undefined) return { kind: 'class', path: path.replace(/\s/g, '') };
  }
  const of = refOf(syntax, node, reader.variables);
  if (of && ('variable' in of || 'wrapped' in of)) return { kind: 'module', of };
  if (isLiteral(syntax, inner, text)) return { kind: 'constant', text };
  if (kindOf(syntax, inner) === 'identifier') {
    const value = onlyLet(syntax, reader.body, text);
    if (value !== -1 && value !== node) return readValue(syntax, value, { ...reader, body: -1 });
  }
  return { kind: 'value' };
}

const isLiteral = (syntax: Syntax, node: Node, text: string): boolean =>
  /^(?:integer|float|string|raw_string|boolean|char)_literal$/.test(kindOf(syntax, node)) ||
  /^(?:env|concat|stringify|option_env)!\s*[([{]/.test(text) ||
  /^-\s*\d/.test(text);

/** The value of the one `let` of a name in a body; -1 where there is none, or more than one. */
function onlyLet(syntax: Syntax, body: Node, name: string): Node {
  let found = -1;
  if (body === -1) return found;
  for (let node = body; node < syntax.after[body]!; node++) {
    if (kindOf(syntax, node) !== 'let_declaration') continue;
    const pattern = childByField(syntax, node, 'pattern');
    if (pattern === -1 || textOf(syntax, pattern) !== name) continue;
    if (found !== -1) return -1;
    found = childByField(syntax, node, 'value');
  }
  return found;
}

/** How a name is given: `"x"`, `intern!(py, "x")`, `stringify!(X)`, `NAME`, `T::NAME`. */
export function readNameRef(syntax: Syntax, node: Node): NameRef {
  const text = textOf(syntax, withoutPasses(syntax, node)).trim();
  const own = stringValue(text.replace(/^c(?=r?#*")/, ''));
  if (own !== null) return { text: own };
  const interned = /^(?:\w+::)*intern!\s*\(\s*[^,]+,\s*("(?:[^"\\]|\\.)*")\s*\)$/.exec(text)?.[1];
  if (interned !== undefined) return { text: stringValue(interned)! };
  const words = /^stringify!\s*\(\s*(\w+)\s*\)$/.exec(text)?.[1];
  if (words !== undefined) return { text: words };
  const ofClass = /^(?:<\s*([\w:]+)\s+as\s+[\w:]+\s*>|([\w:]+))::NAME$/.exec(text);
  if (ofClass) return { ofClass: (ofClass[1] ?? ofClass[2])! };
  return /^[\w:]+$/.test(text) ? { constant: text } : null;
}
