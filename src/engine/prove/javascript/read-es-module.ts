import { dirname, join } from 'node:path/posix';
import type { Outline } from '../../../core/unit.ts';
import { analyzeNames } from '../../../languages/javascript/analyze-names.ts';
import { javascriptOutline } from '../../../languages/javascript/javascript-outline.ts';
import type { LexicalNames } from '../../../languages/javascript/lexical-names.ts';
import { statementsOf } from '../../../languages/javascript/load-units.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';

/** A name of another module. `module` is a path of the workspace where one is found, else the name as it resolves by its text. */
export interface Foreign {
  readonly module: string;
  /** A name, `default`, or `*` for the whole module. */
  readonly name: string;
  readonly typeOnly: boolean;
}

/** What a module exports under one name. */
export type Exported =
  | { readonly local: string; readonly typeOnly: boolean }
  | { readonly statement: Node }
  | { readonly foreign: Foreign };

/** A module as the prover reads it, by its own parser. */
export interface EsModule {
  readonly path: string;
  readonly syntax: Syntax;
  readonly outline: Outline;
  readonly names: LexicalNames;
  /** Statements that are neither imports nor export lists. */
  readonly statements: readonly Node[];
  readonly imports: ReadonlyMap<string, Foreign>;
  readonly exports: ReadonlyMap<string, Exported>;
  readonly stars: readonly string[];
  /** Modules that it loads, in order; `bare` ones are loaded for what they do. */
  readonly requests: readonly { readonly module: string; readonly bare: boolean }[];
  /** All modules that it names, types included. */
  readonly named: readonly string[];
  readonly directives: readonly string[];
}

export function readEsModule(view: View, path: string): EsModule | string {
  const outline = view.facts(path, javascriptOutline);
  if (outline.status === 'failed') return outline.reason;
  if (outline.value.partial) return 'the parser does not understand all of the file';
  const syntax = view.syntax(path);
  const names = analyzeNames(syntax);
  const statements: Node[] = [];
  const imports = new Map<string, Foreign>();
  const exports = new Map<string, Exported>();
  const stars: string[] = [];
  const requests: { module: string; bare: boolean }[] = [];
  const named: string[] = [];
  const directives: string[] = [];
  for (const node of statementsOf(syntax)) {
    const kind = kindOf(syntax, node);
    const source = childByField(syntax, node, 'source');
    const words = childrenOf(syntax, node).map((child) => kindOf(syntax, child));
    const typeOnly = words.includes('type');
    const module = source === -1 ? null : moduleOf(view, path, textOf(syntax, source).slice(1, -1));
    if (module !== null) named.push(module);
    if (kind === 'import_statement' && module !== null) {
      const found = importedNames(syntax, node, module, typeOnly);
      for (const [local, foreign] of found) imports.set(local, foreign);
      const bare = !words.includes('import_clause');
      if (!typeOnly) requests.push({ module, bare });
    } else if (kind === 'export_statement' && (module !== null || words.includes('export_clause'))) {
      if (module !== null && !typeOnly) requests.push({ module, bare: false });
      readClause(syntax, node, module, typeOnly, exports, stars);
    } else if (
      kind === 'expression_statement' &&
      kindOf(syntax, node + 1) === 'string' &&
      syntax.after[node]! <= syntax.after[node + 1]! + 1
    ) {
      directives.push(textOf(syntax, node + 1));
    } else {
      statements.push(node);
      if (kind !== 'export_statement') continue;
      if (words.includes('default')) exports.set('default', { statement: node });
      else
        for (const { name, scope, at } of names.declarations)
          if (scope === 0 && syntax.start[node]! <= at && at < syntax.end[node]!)
            exports.set(name, { local: name, typeOnly: false });
    }
  }
  return {
    path,
    syntax,
    outline: outline.value,
    names,
    statements,
    imports,
    exports,
    stars,
    requests,
    named,
    directives,
  };
}

function importedNames(syntax: Syntax, node: Node, module: string, typeOnly: boolean): [string, Foreign][] {
  const found: [string, Foreign][] = [];
  for (let at = node + 1; at < syntax.after[node]!; at++) {
    const kind = kindOf(syntax, at);
    if (kind === 'import_specifier') {
      const name = textOf(syntax, childByField(syntax, at, 'name'));
      const alias = childByField(syntax, at, 'alias');
      const type = typeOnly || kindOf(syntax, at + 1) === 'type';
      found.push([alias === -1 ? name : textOf(syntax, alias), { module, name, typeOnly: type }]);
      at = syntax.after[at]! - 1;
    } else if (kind === 'namespace_import') {
      found.push([textOf(syntax, syntax.after[at]! - 1), { module, name: '*', typeOnly }]);
      at = syntax.after[at]! - 1;
    } else if (kind === 'identifier' && kindOf(syntax, syntax.parent[at]!) === 'import_clause')
      found.push([textOf(syntax, at), { module, name: 'default', typeOnly }]);
  }
  return found;
}

function readClause(
  syntax: Syntax,
  node: Node,
  module: string | null,
  typeOnly: boolean,
  exports: Map<string, Exported>,
  stars: string[],
): void {
  const clause = childrenOf(syntax, node).find((child) => kindOf(syntax, child) === 'export_clause');
  const star = childrenOf(syntax, node).find((child) => kindOf(syntax, child) === 'namespace_export');
  if (star !== undefined)
    exports.set(textOf(syntax, syntax.after[star]! - 1), { foreign: { module: module!, name: '*', typeOnly } });
  else if (clause === undefined) stars.push(`${typeOnly ? 'type ' : ''}${module}`);
  for (const specifier of clause === undefined ? [] : childrenOf(syntax, clause)) {
    if (kindOf(syntax, specifier) !== 'export_specifier') continue;
    const name = textOf(syntax, childByField(syntax, specifier, 'name'));
    const alias = childByField(syntax, specifier, 'alias');
    const type = typeOnly || kindOf(syntax, specifier + 1) === 'type';
    const as = alias === -1 ? name : textOf(syntax, alias);
    exports.set(as, module === null ? { local: name, typeOnly: type } : { foreign: { module, name, typeOnly: type } });
  }
}

const ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** The file that a module name means, by the view; a package's name as it is. */
export function moduleOf(view: View, from: string, name: string): string {
  if (!/^\.\.?(\/|$)/.test(name)) return name;
  const target = join(dirname(from), name).replace(/\/$/, '');
  const stem = target.replace(/\.[mc]?[jt]sx?$/, '');
  const compiled = /\.([mc]?)jsx?$/.exec(target);
  const tries = [
    ...(compiled ? [`${stem}.${compiled[1]}ts`, `${stem}.${compiled[1]}tsx`] : []),
    target,
    ...ENDINGS.map((ending) => target + ending),
    ...ENDINGS.map((ending) => (target === '.' ? `index${ending}` : `${target}/index${ending}`)),
  ];
  return tries.find((path) => view.file(path)?.grammar) ?? target;
}
