import { analyzeNames } from '../../../../languages/javascript/analyze-names.ts';
import { statementsOf } from '../../../../languages/javascript/statements-of.ts';
import { parse } from '../../../../languages/parse.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { type DeclaredModule, readModule } from '../declarations/declared-modules.ts';
import { readCommonModule } from './common-module.ts';

/** One file that the compiler has written. Its statements are what is compared: no imports, lists of exports or helpers. */
export interface EmittedModule extends DeclaredModule {
  readonly form: 'module' | 'commonjs';
  /** Strings before all else, such as `"use strict"`. */
  readonly directives: readonly string[];
  /** Modules that it loads before it runs itself, by what they are called in all files. */
  readonly requests: readonly string[];
  /** Names at the top that the compiler has made up: they are numbered by file. */
  readonly generated: ReadonlySet<string>;
}

/**
 * @param own names at the top of the source
 * @param resolve a module's name as written -> what it is called in all files
 * @returns null for a text that the parser does not understand
 */
export function readEmitted(
  text: string,
  own: ReadonlySet<string>,
  resolve: (name: string) => string,
): EmittedModule | null {
  const syntax = parse(text, 'tsx');
  if (syntax.errors.length > 0) return null;
  const statements = statementsOf(syntax);
  const directives = directivesOf(syntax, statements);
  const isModule = statements.some((node) => /^(import_statement|export_statement)$/.test(kindOf(syntax, node)));
  const form = isModule ? 'module' : 'commonjs';
  const read = isModule
    ? { ...readModule(syntax, resolve), requests: requestsOf(syntax, statements, resolve) }
    : readCommonModule(syntax, analyzeNames(syntax), resolve);
  const declared = read.names.declarations.filter(({ scope }) => scope === 0).map(({ name }) => name);
  const generated = new Set(declared.filter((name) => !own.has(name) && !read.imports.has(name)));
  const kept = read.statements.slice(0).filter((node) => !directives.nodes.has(node) && !isHelper(syntax, node));
  return { ...read, statements: kept, form, directives: directives.texts, generated };
}

function directivesOf(syntax: Syntax, statements: readonly Node[]): { texts: string[]; nodes: Set<Node> } {
  const end = statements.findIndex(
    (node) => kindOf(syntax, node) !== 'expression_statement' || kindOf(syntax, node + 1) !== 'string',
  );
  const found = statements.slice(0, end === -1 ? statements.length : end);
  return { texts: found.map((node) => textOf(syntax, node + 1).slice(1, -1)), nodes: new Set(found) };
}

function requestsOf(syntax: Syntax, statements: readonly Node[], resolve: (name: string) => string): string[] {
  return statements.flatMap((node) => {
    const source = childByField(syntax, node, 'source');
    return source === -1 ? [] : [resolve(textOf(syntax, source).slice(1, -1))];
  });
}

/** `var __decorate = (this && this.__decorate) || …`: the compiler writes it into each file that needs it. */
function isHelper(syntax: Syntax, node: Node): boolean {
  if (kindOf(syntax, node) !== 'variable_declaration') return false;
  const declarators = childrenOf(syntax, node).filter((child) => kindOf(syntax, child) === 'variable_declarator');
  return declarators.every((one) => {
    const name = textOf(syntax, childByField(syntax, one, 'name'));
    return /^__\w+$/.test(name) && textOf(syntax, one).startsWith(`${name} = (this && this.${name})`);
  });
}
