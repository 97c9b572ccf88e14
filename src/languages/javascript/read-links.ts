import { childByField, childByKind, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import type { LexicalNames } from './lexical-names.ts';
import { type CommonJs, readCommonJs } from './read-commonjs.ts';
import { statementsOf } from './statements-of.ts';

/** A name of another module. */
export interface LinkName {
  /** The module's name as written, without quotes. */
  readonly from: string;
  /** A name, `default`, or `*` for the whole module. */
  readonly name: string;
  readonly typeOnly: boolean;
  /** `with { type: 'json' }`, `defer`: how it is loaded, '' as a rule. */
  readonly manner: string;
}

/** What a module exports under one name. `statement` is a node. */
export type LinkExport =
  | { readonly local: string; readonly typeOnly: boolean }
  | { readonly statement: Node }
  | { readonly foreign: LinkName };

/** One statement that asks for another module. */
export interface LinkRequest {
  readonly from: string;
  readonly node: Node;
  /** `import './x'`: for what it does. */
  readonly bare: boolean;
  /** `import type`, `export type`: it never loads anything. */
  readonly typeOnly: boolean;
  /** Some name of it is used as a value: a compiler that drops what only types need keeps it. */
  readonly used: boolean;
}

/** Imports and exports of a module, by the tree. */
export interface Links {
  readonly imports: ReadonlyMap<string, LinkName>;
  readonly exports: ReadonlyMap<string, LinkExport>;
  /** `export * from`. */
  readonly stars: readonly { readonly from: string; readonly typeOnly: boolean }[];
  readonly requests: readonly LinkRequest[];
  /** Statements that are neither imports nor export lists nor directives. */
  readonly statements: readonly Node[];
  /** Strings that stand before all else. */
  readonly directives: readonly Node[];
  readonly form: ModuleForm;
  /** What a CommonJS module requires at its head and exports at its end; its `require`s stand among the imports. */
  readonly common: CommonJs | null;
}

/** `module`: any `import` or `export` at all. `commonjs`: it names `require`, `module` or `exports` of the module system. `script`: neither. */
export type ModuleForm = 'module' | 'commonjs' | 'script';

interface Draft {
  readonly syntax: Syntax;
  readonly names: LexicalNames;
  readonly usedNames: ReadonlySet<string>;
  readonly imports: Map<string, LinkName>;
  readonly exports: Map<string, LinkExport>;
  readonly stars: { from: string; typeOnly: boolean }[];
  readonly requests: LinkRequest[];
  readonly statements: Node[];
  readonly directives: Node[];
}

export function readLinks(syntax: Syntax, names: LexicalNames): Links {
  const draft: Draft = {
    syntax,
    names,
    usedNames: usedNamesOf(syntax, names),
    imports: new Map(),
    exports: new Map(),
    stars: [],
    requests: [],
    statements: [],
    directives: [],
  };
  const all = statementsOf(syntax);
  let opening = true;
  const common = readCommonJs(syntax, names);
  for (const node of all) {
    const directive = isString(syntax, node);
    opening &&= directive;
    if (opening) draft.directives.push(node);
    else if (!readCommon(draft, common, node)) readStatement(draft, node);
  }
  const { imports, exports, stars, requests, statements, directives } = draft;
  const isModule = all.some((node) => /^(import_statement|import_alias|export_statement)$/.test(kindOf(syntax, node)));
  const form = isModule ? 'module' : common === null ? 'script' : 'commonjs';
  return { imports, exports, stars, requests, statements, directives, form, common };
}

/** A `require` at the head, or the object of exports at the end. */
function readCommon({ imports, exports, requests }: Draft, common: CommonJs | null, node: Node): boolean {
  const required = common?.requires.find((one) => one.node === node);
  if (required) {
    const { from, names } = required;
    requests.push({ from, node, bare: names.length === 0, typeOnly: false, used: true });
    for (const { local, other } of names) imports.set(local, { from, name: other, typeOnly: false, manner: 'require' });
    return true;
  }
  if (common?.exported?.node !== node) return false;
  for (const { local, other } of common.exported.names) exports.set(other, { local, typeOnly: false });
  return true;
}

const isString = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, node) === 'expression_statement' &&
  kindOf(syntax, node + 1) === 'string' &&
  syntax.after[node]! <= syntax.after[node + 1]! + 1;

function readStatement(draft: Draft, node: Node): void {
  const { syntax } = draft;
  const kind = kindOf(syntax, node);
  const words = childrenOf(syntax, node).map((child) => kindOf(syntax, child));
  const required = childByKind(syntax, node, 'import_require_clause');
  const source = childByField(syntax, required === -1 ? node : required, 'source');
  const typeOnly = words.includes('type');
  const from = source === -1 ? null : textOf(syntax, source).slice(1, -1);
  if (kind === 'import_statement' && from !== null) readImport(draft, node, required, from, typeOnly);
  else if (kind === 'export_statement' && (from !== null || words.includes('export_clause')))
    readExports(draft, node, from, typeOnly);
  else {
    draft.statements.push(node);
    if (kind === 'export_statement') readDeclared(draft, node, words.includes('default'));
  }
}

function readDeclared({ syntax, names, exports }: Draft, node: Node, isDefault: boolean): void {
  if (isDefault) exports.set('default', { statement: node });
  else
    for (const { name, scope, at } of names.declarations)
      if (scope === 0 && syntax.start[node]! <= at && at < syntax.end[node]!)
        exports.set(name, { local: name, typeOnly: false });
}

function readImport(draft: Draft, node: Node, required: Node, from: string, typeOnly: boolean): void {
  const { syntax, usedNames } = draft;
  const manner = mannerOf(syntax, node);
  const bindings: Iterable<Binding> =
    required === -1
      ? bindingsOf(syntax, node)
      : [{ local: childByKind(syntax, required, 'identifier'), name: '=', isType: false }];
  const found = [...bindings].map(({ local, name, isType }): [string, LinkName] => [
    textOf(syntax, local),
    { from, name, typeOnly: typeOnly || isType, manner },
  ]);
  for (const [local, link] of found) draft.imports.set(local, link);
  const bare = required === -1 && childByKind(syntax, node, 'import_clause') === -1;
  const used = found.some(([local, link]) => !link.typeOnly && usedNames.has(local));
  draft.requests.push({ from, node, bare, typeOnly, used: bare || used });
}

interface Binding {
  /** The identifier that the file uses. */
  readonly local: Node;
  /** As the other module exports it: `default`, `*`, `=` or a name. */
  readonly name: string;
  readonly isType: boolean;
}

/** What an `import … from` binds. */
function* bindingsOf(syntax: Syntax, node: Node): Generator<Binding> {
  for (let inner = node + 1; inner < syntax.after[node]!; inner++) {
    const kind = kindOf(syntax, inner);
    if (kind === 'import_specifier') {
      const name = childByField(syntax, inner, 'name');
      const alias = childByField(syntax, inner, 'alias');
      const isType = kindOf(syntax, inner + 1) === 'type';
      yield { local: alias === -1 ? name : alias, name: plain(textOf(syntax, name)), isType };
      inner = syntax.after[inner]! - 1;
    } else if (kind === 'namespace_import') {
      yield { local: syntax.after[inner]! - 1, name: '*', isType: false };
      inner = syntax.after[inner]! - 1;
    } else if (kind === 'identifier' && kindOf(syntax, syntax.parent[inner]!) === 'import_clause')
      yield { local: inner, name: 'default', isType: false };
  }
}

/** `"a b"` and `a` can be one name. */
const plain = (name: string): string => (/^['"]/.test(name) ? name.slice(1, -1) : name);

/** Import attributes and phases, without blanks. */
function mannerOf(syntax: Syntax, node: Node): string {
  const text = textOf(syntax, node);
  const phase = /^(?:import|export)\s+(defer|source)\s+(?!from\b)[\w*{]/.exec(text)?.[1] ?? '';
  // Of an export, the grammar does not read them; see cure-typescript.ts.
  const attributes = /\b(?:with|assert)\s*\{[^}]*\}\s*;?$/.exec(text)?.[0] ?? '';
  const written = attributes.replace(/["';]/g, '').replace(/\s+/g, '');
  return `${phase}${written.replace(/,\}$/, '}')}`;
}

function readExports(draft: Draft, node: Node, from: string | null, typeOnly: boolean): void {
  const { syntax, exports, stars } = draft;
  const manner = mannerOf(syntax, node);
  const clause = childByKind(syntax, node, 'export_clause');
  const namespace = childByKind(syntax, node, 'namespace_export');
  // `export type *` is read as a list; see cure-typescript.ts.
  const starred = clause !== -1 && syntax.text[syntax.start[clause]!] === '*';
  const ask = (used: boolean): void => {
    if (from !== null) draft.requests.push({ from, node, bare: false, typeOnly, used });
  };
  if (namespace !== -1 || (starred && childByKind(syntax, clause, 'export_specifier') !== -1)) {
    const name = textOf(syntax, lastName(syntax, namespace === -1 ? clause : namespace));
    exports.set(plain(name), { foreign: { from: from!, name: '*', typeOnly, manner } });
    ask(true);
    return;
  }
  if (clause === -1 || starred) {
    stars.push({ from: from!, typeOnly });
    ask(true);
    return;
  }
  const specifiers = childrenOf(syntax, clause).filter((node) => kindOf(syntax, node) === 'export_specifier');
  const listed = specifiers.map((specifier) => readSpecifier(syntax, specifier, typeOnly));
  for (const { as, name, type } of listed)
    exports.set(
      as,
      from === null ? { local: name, typeOnly: type } : { foreign: { from, name, typeOnly: type, manner } },
    );
  ask(listed.some(({ type }) => !type));
}

function readSpecifier(
  syntax: Syntax,
  specifier: Node,
  typeOnly: boolean,
): { readonly as: string; readonly name: string; readonly type: boolean } {
  const name = plain(textOf(syntax, childByField(syntax, specifier, 'name')));
  const alias = childByField(syntax, specifier, 'alias');
  const as = alias === -1 ? name : plain(textOf(syntax, alias));
  return { as, name, type: typeOnly || kindOf(syntax, specifier + 1) === 'type' };
}

function lastName(syntax: Syntax, node: Node): Node {
  let last = -1;
  for (let inner = node; inner < syntax.after[node]!; inner++)
    if (/^(identifier|string)$/.test(kindOf(syntax, inner))) last = inner;
  return last;
}

/** Imported names that some code of the file uses as values, with those that markup and decorated classes use unseen. */
function usedNamesOf(syntax: Syntax, names: LexicalNames): ReadonlySet<string> {
  const used = new Set<string>();
  const decorated: Node[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (/^jsx_(opening_element|self_closing_element|fragment)$/.test(kind))
      for (const name of ['React', ...pragmaNames(syntax.text)]) used.add(name);
    else if (kind === 'decorator') decorated.push(syntax.parent[node]!);
  }
  for (const { name, erased, at } of names.free)
    if (!erased || decorated.some((node) => syntax.start[node]! <= at && at < syntax.end[node]!)) used.add(name);
  return used;
}

/** What `@jsx h` and `@jsxFrag Fragment` name. */
export const pragmaNames = (text: string): string[] =>
  [...text.matchAll(/@jsx(?:Frag)?\s+([\w$]+)/g)].map(([, name]) => name!);
