import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { isComprehension, type Scope, type ScopeName, type ScopeTree } from './scope-tree.ts';

/** A function that may import a name of its module by itself, at the start of each call. */
export interface CutSite {
  /** Where the import goes: the start of a line, or of the statement that follows the colon. */
  readonly at: number;
  /** White space of that line; null where the body stands behind the colon. */
  readonly indent: string | null;
  /** As `__qualname__` has it, without `<locals>`. */
  readonly function: string;
}

export type CutAnswer = { readonly sites: readonly CutSite[] } | { readonly at: number; readonly why: string };

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The functions in a range whose reads of a name of the module can become reads of their own import, or the first read that cannot: each
 * read has to happen in the very call that would import the name.
 */
export function cutSites(syntax: Syntax, tree: ScopeTree, range: Range, name: string): CutAnswer {
  const sites = new Map<Node, CutSite>();
  for (const scope of tree.scopes) {
    const entry = scope.names.get(name);
    if (entry?.owner !== 0) continue;
    for (const access of entry.accesses) {
      if (access.at < range.start || access.at >= range.end) continue;
      const runner = runnerOf(tree, scope);
      const why = whyNot(syntax, entry, access, runner);
      if (why !== null) return { at: access.at, why };
      const site = sites.get(runner.node) ?? siteOf(syntax, tree, runner);
      if (site === null) return { at: access.at, why: 'its body leaves no line for an import' };
      sites.set(runner.node, site);
    }
  }
  return { sites: [...sites.values()].sort((a, b) => a.at - b.at) };
}

/** The scope whose run is also the run of this one: a comprehension is done before its function goes on, a generator may wait. */
function runnerOf(tree: ScopeTree, scope: Scope): Scope {
  let runner = scope;
  while (isComprehension(runner) && runner.kind !== 'genexpr' && runner.parent !== -1)
    runner = tree.scopes[runner.parent]!;
  return runner;
}

function whyNot(syntax: Syntax, entry: ScopeName, access: ScopeName['accesses'][number], runner: Scope): string | null {
  if (access.kind === 'quoted' || access.postponed) return 'an annotation names it';
  if (textOf(syntax, access.node) !== entry.name) return 'it is spelled otherwise';
  if (access.kind !== 'read') return 'it is rebound or declared global there';
  if (access.eager) return 'it is read while the module is imported';
  if (entry.declaredGlobal || runner.names.get(entry.name)?.declaredGlobal) return 'it is declared global there';
  if (runner.kind !== 'function')
    return `a ${SAID[runner.kind] ?? runner.kind} reads it, which may run later than its function`;
  if (inSignature(syntax, runner.node, access.node)) return 'a signature names it';
  return ownProblem(syntax, runner);
}

const SAID: Readonly<Record<string, string>> = { genexpr: 'generator', class: 'class body' };

const inSignature = (syntax: Syntax, definition: Node, node: Node): boolean => {
  const body = childByField(syntax, definition, 'body');
  return body === -1 || node < body;
};

const LOOKS_AROUND =
  /^(locals|globals|vars|dir|eval|exec|_getframe|currentframe|sys\._getframe|inspect\.currentframe)$/;

/** A generator keeps for long what it has imported, code that looks at its own names would see one more, and a destructor may run when no import can. */
function ownProblem(syntax: Syntax, { node, name }: Scope): string | null {
  if (name === '__del__') return 'a destructor may run when nothing can be imported any more';
  if (/^async\b/.test(textOf(syntax, node).slice(0, 8))) return 'an async function may be entered long before it reads';
  for (let inner = childByField(syntax, node, 'body'); inner < syntax.after[node]!; inner++) {
    const kind = kindOf(syntax, inner);
    if (kind === 'call' && LOOKS_AROUND.test(textOf(syntax, childByField(syntax, inner, 'function'))))
      return 'the function looks at its own names';
    if (kind === 'yield' && functionAround(syntax, inner) === node)
      return 'a generator may be entered long before it reads';
  }
  return null;
}

function functionAround(syntax: Syntax, node: Node): Node {
  let up = syntax.parent[node]!;
  while (up > 0 && !/^(function_definition|lambda)$/.test(kindOf(syntax, up))) up = syntax.parent[up]!;
  return up;
}

/** Behind the docstring, else before the first statement (so below a type comment). */
function siteOf(syntax: Syntax, tree: ScopeTree, scope: Scope): CutSite | null {
  const { text } = syntax;
  const body = childByField(syntax, scope.node, 'body');
  const statements = childrenOf(syntax, body).filter((child) => kindOf(syntax, child) !== 'comment');
  const first = statements[0];
  if (first === undefined) return null;
  const name = qualifiedName(tree, scope);
  const line = lineStart(text, syntax.start[first]!);
  const indent = text.slice(line, syntax.start[first]!);
  if (!/^[ \t]*$/.test(indent))
    return isDocstring(syntax, first) ? null : { at: syntax.start[first]!, indent: null, function: name };
  if (!isDocstring(syntax, first)) return { at: line, indent, function: name };
  const behind = text.indexOf('\n', syntax.end[first]!);
  const rest = behind === -1 ? '' : text.slice(syntax.end[first]!, behind);
  return behind !== -1 && /^[ \t]*(#.*)?\r?$/.test(rest) ? { at: behind + 1, indent, function: name } : null;
}

const isDocstring = (syntax: Syntax, statement: Node): boolean =>
  kindOf(syntax, statement) === 'expression_statement' && /string$/.test(kindOf(syntax, statement + 1));

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function qualifiedName(tree: ScopeTree, scope: Scope): string {
  const names: string[] = [];
  for (let current = scope; current.index !== 0; current = tree.scopes[current.parent]!) names.unshift(current.name);
  return names.join('.');
}
