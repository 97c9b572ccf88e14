import type { Range } from '../../core/range.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { type LexicalNames, ownerOf, type Reference } from './lexical-names.ts';
import { statementsOf } from './statements-of.ts';

/** One name that a `require` at the head of a module binds; its range is `a` or `b: c` in the pattern, the name itself where there is none. */
export interface RequiredName extends Range {
  readonly local: string;
  /** What it is called there; `*` for the whole module. */
  readonly other: string;
}

/** `const x = require('x')`, `const { a, b: c } = require('x')`, `const m = require('x').m` or `require('x')`. */
export interface RequireStatement extends Range {
  readonly node: Node;
  readonly from: string;
  /** The quoted module name. */
  readonly source: Range;
  /** `const`, `let`, `var`, or '' where nothing is bound. */
  readonly word: string;
  readonly names: readonly RequiredName[];
}

/** `module.exports = { a, b: c };` as the last statement, where nothing else names `module` or `exports`. */
export interface ExportObject {
  readonly node: Node;
  readonly names: readonly { readonly local: string; readonly other: string }[];
}

/** A module of the older kind. Whatever has another form than these is a statement like any other. */
export interface CommonJs {
  /** Those that open the module: nothing runs before them but marks of a compiler. */
  readonly requires: readonly RequireStatement[];
  readonly exported: ExportObject | null;
}

/** Names of the module system. */
const SYSTEM = /^(require|module|exports)$/;

/** @returns null for an ES module, and for a script that names nothing of the module system */
export function readCommonJs(syntax: Syntax, names: LexicalNames): CommonJs | null {
  const statements = statementsOf(syntax);
  if (statements.some((node) => /^(import_statement|import_alias|export_statement)$/.test(kindOf(syntax, node))))
    return null;
  const system = systemNames(names);
  if (system.length === 0) return null;
  return {
    requires: readRequires(syntax, names, statements),
    exported: readExportObject(
      syntax,
      statements,
      system.filter(({ name }) => name !== 'require'),
    ),
  };
}

/** Where `require`, `module` or `exports` mean those of the module system. */
export const systemNames = ({ free, scopes }: LexicalNames): Reference[] =>
  free.filter(
    (reference) =>
      SYSTEM.test(reference.name) &&
      !reference.erased &&
      ownerOf(scopes, reference) === 0 &&
      !scopes[0]!.names.has(reference.name),
  );

function readRequires(syntax: Syntax, names: LexicalNames, statements: readonly Node[]): RequireStatement[] {
  const found: RequireStatement[] = [];
  if (names.scopes[0]!.names.has('require')) return found;
  const unsure = new Set(names.free.filter(({ write }) => write).map(({ name }) => name));
  const declared = names.declarations.filter(({ scope }) => scope === 0).map(({ name }) => name);
  for (const name of declared) if (declared.indexOf(name) !== declared.lastIndexOf(name)) unsure.add(name);
  for (const node of statements) {
    if (runsNothing(syntax, node)) continue;
    const statement = readRequire(syntax, node);
    if (statement === null || statement.names.some(({ local }) => unsure.has(local))) break;
    found.push(statement);
  }
  return found;
}

/** Directives, and what compilers write first: `Object.defineProperty(exports, '__esModule', …)`, `exports.a = void 0`. */
export function runsNothing(syntax: Syntax, node: Node): boolean {
  if (kindOf(syntax, node) === 'empty_statement') return true;
  if (kindOf(syntax, node) !== 'expression_statement') return false;
  if (kindOf(syntax, node + 1) === 'string') return syntax.after[node + 1]! + 1 >= syntax.after[node]!;
  return MARK.test(textOf(syntax, node).replace(/\s+/g, ''));
}

const MARK =
  /^(?:Object\.defineProperty\(exports,(["'])__esModule\1,\{value:(?:true|!0),?\}\)|exports\.__esModule=(?:true|!0)|(?:exports\.[\w$]+=)+(?:void0|undefined));?$/;

function readRequire(syntax: Syntax, node: Node): RequireStatement | null {
  const kind = kindOf(syntax, node);
  const call = { node, start: syntax.start[node]!, end: syntax.end[node]! };
  const bare = kind === 'expression_statement' ? requiredBy(syntax, node + 1) : null;
  if (bare !== null) return { ...call, ...sourceOf(syntax, bare), word: '', names: [] };
  if (!/^(lexical|variable)_declaration$/.test(kind)) return null;
  const declarator = onlyDeclarator(syntax, node);
  const value = declarator === null ? -1 : childByField(syntax, declarator, 'value');
  if (declarator === null || value === -1) return null;
  const isMember = kindOf(syntax, value) === 'member_expression';
  const member = isMember ? childByField(syntax, value, 'property') : -1;
  if (isMember && kindOf(syntax, member) !== 'property_identifier') return null;
  const source = requiredBy(syntax, isMember ? childByField(syntax, value, 'object') : value);
  if (source === null || (isMember && textOf(syntax, value).includes('?.'))) return null;
  const names = boundNames(syntax, childByField(syntax, declarator, 'name'), isMember ? textOf(syntax, member) : null);
  return names === null ? null : { ...call, ...sourceOf(syntax, source), word: textOf(syntax, node + 1), names };
}

/** The one name or pattern of a declaration, without a type. */
function onlyDeclarator(syntax: Syntax, node: Node): Node | null {
  const [declarator, ...others] = childrenOf(syntax, node).filter(
    (child) => kindOf(syntax, child) === 'variable_declarator',
  );
  const isPlain = declarator !== undefined && others.length === 0 && childByField(syntax, declarator, 'type') === -1;
  return isPlain ? declarator : null;
}

const sourceOf = (syntax: Syntax, literal: Node): Pick<RequireStatement, 'from' | 'source'> => ({
  from: textOf(syntax, literal).slice(1, -1),
  source: { start: syntax.start[literal]!, end: syntax.end[literal]! },
});

/** The literal in `require('x')`. */
function requiredBy(syntax: Syntax, node: Node): Node | null {
  if (kindOf(syntax, node) !== 'call_expression' || textOf(syntax, node + 1) !== 'require') return null;
  const list = childByField(syntax, node, 'arguments');
  if (list === -1 || kindOf(syntax, list) !== 'arguments') return null;
  const given = childrenOf(syntax, list).filter((child) => !/^[(),]$/.test(kindOf(syntax, child)));
  const [literal] = given;
  const isPlain =
    given.length === 1 && kindOf(syntax, literal!) === 'string' && !textOf(syntax, literal!).includes('\\');
  return isPlain ? literal! : null;
}

function boundNames(syntax: Syntax, pattern: Node, member: string | null): RequiredName[] | null {
  const range = (node: Node): Range => ({ start: syntax.start[node]!, end: syntax.end[node]! });
  if (kindOf(syntax, pattern) === 'identifier')
    return [{ ...range(pattern), local: textOf(syntax, pattern), other: member ?? '*' }];
  if (kindOf(syntax, pattern) !== 'object_pattern' || member !== null) return null;
  const names: RequiredName[] = [];
  for (const child of childrenOf(syntax, pattern)) {
    const kind = kindOf(syntax, child);
    if (/^[{},]$/.test(kind)) continue;
    if (kind === 'shorthand_property_identifier_pattern')
      names.push({ ...range(child), local: textOf(syntax, child), other: textOf(syntax, child) });
    else {
      const [key, value] = [childByField(syntax, child, 'key'), childByField(syntax, child, 'value')];
      const isPair = kind === 'pair_pattern' && kindOf(syntax, key) === 'property_identifier';
      if (!isPair || kindOf(syntax, value) !== 'identifier') return null;
      names.push({ ...range(child), local: textOf(syntax, value), other: textOf(syntax, key) });
    }
  }
  return names;
}

function readExportObject(
  syntax: Syntax,
  statements: readonly Node[],
  system: readonly Reference[],
): ExportObject | null {
  const node = statements.filter((one) => kindOf(syntax, one) !== 'empty_statement').pop();
  if (node === undefined || system.length !== 1 || kindOf(syntax, node) !== 'expression_statement') return null;
  const assignment = node + 1;
  if (kindOf(syntax, assignment) !== 'assignment_expression') return null;
  const left = childByField(syntax, assignment, 'left');
  const right = childByField(syntax, assignment, 'right');
  if (textOf(syntax, left).replace(/\s+/g, '') !== 'module.exports' || kindOf(syntax, right) !== 'object') return null;
  const names = propertyNames(syntax, right);
  const keys = (names ?? []).map(({ other }) => other);
  // `__proto__: x` sets what the object inherits from, and is no name of it.
  return names !== null && new Set(keys).size === keys.length && !keys.includes('__proto__') ? { node, names } : null;
}

/** `{ a, b: c }` and nothing else. */
function propertyNames(syntax: Syntax, object: Node): ExportObject['names'] | null {
  const names: { local: string; other: string }[] = [];
  for (const child of childrenOf(syntax, object)) {
    const kind = kindOf(syntax, child);
    if (/^([{},]|comment)$/.test(kind)) continue;
    if (kind === 'shorthand_property_identifier')
      names.push({ local: textOf(syntax, child), other: textOf(syntax, child) });
    else {
      const [key, value] = [childByField(syntax, child, 'key'), childByField(syntax, child, 'value')];
      const isPair = kind === 'pair' && kindOf(syntax, key) === 'property_identifier';
      if (!isPair || kindOf(syntax, value) !== 'identifier') return null;
      names.push({ local: textOf(syntax, value), other: textOf(syntax, key) });
    }
  }
  return names;
}
