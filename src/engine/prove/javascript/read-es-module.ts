import { isConditionalName, moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import type { Outline } from '../../../core/unit.ts';
import { analyzeNames } from '../../../languages/javascript/analyze-names.ts';
import type { LexicalNames } from '../../../languages/javascript/lexical-names.ts';
import { javascriptOutline } from '../../../languages/javascript/outline.ts';
import type { CommonJs } from '../../../languages/javascript/read-commonjs.ts';
import { type LinkName, type ModuleForm, readLinks } from '../../../languages/javascript/read-links.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';

/** A name of another module. `module` is a path of the workspace where one is found, else the name as it resolves by its text. */
export interface Foreign {
  readonly module: string;
  /** A name, `default`, or `*` for the whole module. */
  readonly name: string;
  readonly typeOnly: boolean;
  /** Import attributes and phases; '' as a rule. */
  readonly manner: string;
}

/** What a module exports under one name. */
export type Exported =
  | { readonly local: string; readonly typeOnly: boolean }
  | { readonly statement: Node }
  | { readonly foreign: Foreign };

/** A statement that asks for another module; see `LinkRequest`. */
export interface Request {
  readonly module: string;
  readonly node: Node;
  readonly bare: boolean;
  readonly typeOnly: boolean;
  readonly used: boolean;
}

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
  /** Modules that it asks for, in order. */
  readonly requests: readonly Request[];
  /** All modules that it names, types included. */
  readonly named: readonly string[];
  readonly directives: readonly string[];
  readonly form: ModuleForm;
  readonly common: CommonJs | null;
}

export function readEsModule(view: View, path: string): EsModule | string {
  const outline = view.facts(path, javascriptOutline);
  if (outline.status === 'failed') return outline.reason;
  if (outline.value.partial) return 'the parser does not understand all of the file';
  const syntax = view.syntax(path);
  const names = analyzeNames(syntax);
  const links = readLinks(syntax, names);
  // Which file of several it is depends on who loads it: such a name is equal to itself alone.
  const named = (from: string): string =>
    isConditionalName(view, path, from) ? `${from} under some condition` : moduleOf(view, path, from);
  const resolve = ({ from, ...link }: LinkName): Foreign => ({ module: named(from), ...link });
  const requests = links.requests.map(({ from, ...request }) => ({ module: moduleOf(view, path, from), ...request }));
  return {
    path,
    syntax,
    outline: outline.value,
    names,
    // A semicolon that stands alone, as in front of `(` at the head of a line, does nothing.
    statements: links.statements.filter((node) => kindOf(syntax, node) !== 'empty_statement'),
    imports: new Map([...links.imports].map(([local, link]) => [local, resolve(link)])),
    exports: new Map(
      [...links.exports].map(([name, one]): [string, Exported] => [
        name,
        'foreign' in one ? { foreign: resolve(one.foreign) } : one,
      ]),
    ),
    stars: links.stars.map(({ from, typeOnly }) => `${typeOnly ? 'type ' : ''}${moduleOf(view, path, from)}`),
    requests,
    named: requests.map(({ module }) => module),
    directives: links.directives.map((node) => textOf(syntax, node + 1)),
    form: links.form,
    common: links.common,
  };
}
