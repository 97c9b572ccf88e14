import { hashOf } from '../../core/hash.ts';
import {
  childByField,
  childByKind,
  childrenOf,
  firstChild,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../syntax.ts';

export interface Description {
  readonly kind: string;
  readonly name: string | null;
  readonly label: string;
  /** `export`, `export default` or ''. */
  readonly visibility: string;
  /** The declaration below `export` and `declare`, else the statement itself. */
  readonly inner: Node;
}

const KINDS: Readonly<Record<string, string>> = {
  import_statement: 'import',
  import_alias: 'import',
  function_declaration: 'function',
  generator_function_declaration: 'function',
  function_signature: 'function',
  function_expression: 'function',
  class_declaration: 'class',
  abstract_class_declaration: 'class',
  class: 'class',
  interface_declaration: 'interface',
  type_alias_declaration: 'type',
  enum_declaration: 'enum',
  internal_module: 'namespace',
  module: 'namespace',
  variable_declaration: 'var',
  expression_statement: 'expression',
  empty_statement: 'empty',
  ERROR: 'error',
};

export function describeJsStatement(syntax: Syntax, node: Node): Description {
  const { inner, visibility } = unwrap(syntax, node);
  const kind = kindOfStatement(syntax, inner);
  const named = (name: string): Description => ({ kind, name, label: `${kind} ${words(name)}`, visibility, inner });
  if (kind === 'const' || kind === 'let' || kind === 'var' || kind === 'using') {
    const names = childrenOf(syntax, inner).filter((child) => kindOf(syntax, child) === 'variable_declarator');
    const patterns = names.map((declarator) => textOf(syntax, childByField(syntax, declarator, 'name')));
    const label = short(kind, patterns.join(' '));
    return {
      kind,
      name: patterns.length === 1 && /^[\w$]+$/.test(patterns[0]!) ? patterns[0]! : null,
      label,
      visibility,
      inner,
    };
  }
  if (/^(function|class|interface|type|enum|namespace)$/.test(kind)) {
    const name = childByField(syntax, inner, 'name');
    return name === -1
      ? { kind, name: null, label: kind === 'namespace' ? 'namespace global' : `${kind} default`, visibility, inner }
      : named(textOf(syntax, name).replace(/^(['"])(.*)\1$/, '$2'));
  }
  if (kind === 'export' && visibility === 'export default')
    return { kind, name: null, label: 'export default', visibility, inner };
  const text = textOf(syntax, node).replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, ' ');
  const label = kind === 'import' || kind === 'export' ? short('', text) : short(kind, text);
  return { kind, name: null, label, visibility, inner };
}

function unwrap(syntax: Syntax, node: Node): { readonly inner: Node; readonly visibility: string } {
  let inner = node;
  let visibility = '';
  if (kindOf(syntax, node) === 'export_statement') {
    const isDefault = childrenOf(syntax, node).some((child) => kindOf(syntax, child) === 'default');
    visibility = isDefault ? 'export default' : 'export';
    const declaration = childByField(syntax, node, 'declaration');
    const value = childByField(syntax, node, 'value');
    if (declaration !== -1) inner = declaration;
    else if (value !== -1 && /^(function_expression|class)$/.test(kindOf(syntax, value))) inner = value;
  }
  if (kindOf(syntax, inner) === 'ambient_declaration') {
    const declared = childrenOf(syntax, inner).find((child) =>
      /_declaration$|_signature$|module$/.test(kindOf(syntax, child)),
    );
    if (declared !== undefined) inner = declared;
  }
  if (
    kindOf(syntax, inner) === 'expression_statement' &&
    kindOf(syntax, firstChild(syntax, inner)) === 'internal_module'
  )
    inner = firstChild(syntax, inner);
  return { inner, visibility };
}

function kindOfStatement(syntax: Syntax, node: Node): string {
  const kind = kindOf(syntax, node);
  if (kind === 'lexical_declaration') {
    const word = childByField(syntax, node, 'kind');
    if (word === -1) return 'const';
    // `await using`, read as `const`; see cure-typescript.ts.
    return textOf(syntax, word) === 'await' ? 'using' : textOf(syntax, word);
  }
  if (
    kind === 'expression_statement' &&
    childByKind(syntax, node, 'string') === node + 1 &&
    syntax.after[node + 1]! >= syntax.after[node]! - 1
  )
    return 'directive';
  if (kind === 'export_statement') return 'export';
  if (kind === 'ambient_declaration') return 'namespace';
  return KINDS[kind] ?? 'statement';
}

const LONGEST = 60;

/** Only what no formatter changes and what is safe in a plain YAML scalar. */
const words = (text: string): string =>
  (text.match(/[\p{L}\p{N}_$./@*-]+/gu) ?? []).filter((word) => !/^[.-]$/.test(word)).join(' ');

function short(kind: string, text: string): string {
  const all = words(text);
  const whole = kind === '' ? all : `${kind} ${all}`.trim();
  if (whole.length <= LONGEST) return whole;
  const cut = whole.slice(0, LONGEST).replace(/ [^ ]*$/, '');
  return `${cut.slice(0, LONGEST)} ${hashOf(whole).slice(0, 6)}`;
}
