import { childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import type { Declaration, LexicalScope } from './lexical-names.ts';

/** Parameters of the function that a CommonJS module is. */
const OF_THE_MODULE = /^(require|module|exports|__filename|__dirname)$/;

/**
 * Outside of strict code, a function that a block declares is also a `var` of the function or module around (ECMAScript, Annex B.3.3), unless
 * a `let` of that name stands in between.
 * @returns those second declarations
 */
export function blockFunctions(
  syntax: Syntax,
  scopes: readonly LexicalScope[],
  declarations: readonly Declaration[],
): Declaration[] {
  const candidates = declarations.filter(({ node, scope }) => !scopes[scope]!.hoists && isPlainFunction(syntax, node));
  if (candidates.length === 0 || isModule(syntax)) return [];
  return candidates.flatMap((declaration) => {
    const { name, node } = declaration;
    if (isStrict(syntax, node)) return [];
    let scope = scopes[declaration.scope]!.parent;
    while (!scopes[scope]!.hoists) {
      if (isLexical(syntax, declarations, name, scope, true)) return [];
      scope = scopes[scope]!.parent;
    }
    const isTaken = scope === 0 && OF_THE_MODULE.test(name);
    return isTaken || isLexical(syntax, declarations, name, scope, false) ? [] : [{ ...declaration, scope }];
  });
}

/** The name of a function that is neither `async` nor a generator. */
function isPlainFunction(syntax: Syntax, name: Node): boolean {
  const up = syntax.parent[name]!;
  return (
    /^function_(declaration|expression)$/.test(kindOf(syntax, up)) &&
    fieldOf(syntax, name) === 'name' &&
    !/^async\b/.test(textOf(syntax, up))
  );
}

const isModule = (syntax: Syntax): boolean =>
  childrenOf(syntax, 0).some((child) =>
    /^(import_statement|import_alias|export_statement)$/.test(kindOf(syntax, child)),
  );

function isStrict(syntax: Syntax, node: Node): boolean {
  for (let up = syntax.parent[node]!; ; up = syntax.parent[up]!) {
    if (kindOf(syntax, up) === 'class_body') return true;
    if (/^(program|statement_block)$/.test(kindOf(syntax, up)) && saysStrict(syntax, up)) return true;
    if (up <= 0) return false;
  }
}

/** A string before all else of a body. */
function saysStrict(syntax: Syntax, body: Node): boolean {
  const isBody = body === 0 || /function|method_definition/.test(kindOf(syntax, syntax.parent[body]!));
  if (!isBody) return false;
  for (const child of childrenOf(syntax, body)) {
    const kind = kindOf(syntax, child);
    if (/^(\{|comment|hash_bang_line)$/.test(kind)) continue;
    if (kind !== 'expression_statement' || kindOf(syntax, child + 1) !== 'string') return false;
    if (/^['"]use strict['"]$/.test(textOf(syntax, child + 1))) return true;
  }
  return false;
}

/** Would a `var` of this name clash with what the scope declares? A caught error of one name does not. */
function isLexical(
  syntax: Syntax,
  declarations: readonly Declaration[],
  name: string,
  scope: number,
  isBlock: boolean,
): boolean {
  return declarations.some((one) => {
    if (one.scope !== scope || one.name !== name || !one.spaces.includes('value')) return false;
    const kind = kindOf(syntax, syntax.parent[one.node]!);
    if (isBlock) return kind !== 'catch_clause';
    return !(/function/.test(kind) || isVar(syntax, one.node));
  });
}

function isVar(syntax: Syntax, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'variable_declaration') return true;
    if (kind === 'for_in_statement') return /^for\s*(await\s*)?\(\s*var\b/.test(textOf(syntax, up));
    if (/statement|lexical_declaration|class|function|formal_parameters/.test(kind)) return false;
  }
  return false;
}
