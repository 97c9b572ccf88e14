import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import {
  childByField,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { type Expression, parseExpression } from '../../contracts/python/expression.ts';
import { emptyDraft, type FileRegistrations } from '../registrations.ts';
import { prefixOf } from './call-arguments.ts';
import { readCall } from './read-call.ts';
import { readDecorator } from './read-decorator.ts';
import { placeOf, type Standing } from './standing.ts';

/** Whether a text can register anything. */
const SPEAKS =
  /\.(?:add_tool|add_url_rule|add_api_route|add_command|include_router|register_blueprint|mount|add_typer)\s*\(|\bregister\w*\s*\(|^[ \t]*@\s*(?:[\w.]+\.(?:tool|prompt|command|group)\b|\w[\w.]*\.(?:resource|\w*route|get|post|put|delete|patch|head|options|trace|websocket|callback|list_\w+|call_tool|read_resource|get_prompt|set_logging_level|(?:un)?subscribe_resource|completion|progress_notification)\s*\()/m;

export function readPythonRegistrations(syntax: Syntax): FileRegistrations {
  const found = emptyDraft();
  const isMade = /\b(?:FastMCP|Server|Flask|FastAPI|APIRouter|Blueprint|Typer|MCPServer)\s*\(|\bclick\b|\btyper\b/.test(
    syntax.text,
  );
  if (!isMade && !SPEAKS.test(syntax.text)) return found;
  const starts = lineStartsOf(syntax.text);
  const lineOf = (node: Node): number => lineAt(starts, syntax.start[node]!);
  readBlock({ syntax, found, lineOf, scope: '', branches: [] }, 0);
  return found;
}

/** Statements whose parts never run together, with the parts. */
const BRANCHED = /^(?:if_statement|try_statement|match_statement)$/;
const PARTS = /^(?:elif_clause|else_clause|except_clause|except_group_clause|case_clause)$/;
const HOLDERS = /^(?:for_statement|while_statement|with_statement|finally_clause|block|module|else_clause)$/;

function readBlock(standing: Standing, block: Node): void {
  let at = standing;
  for (const node of namedChildrenOf(standing.syntax, block)) {
    readStatement(at, node);
    if (kindOf(at.syntax, node) === 'if_statement') at = { ...at, branches: [...at.branches, ...leftBy(at, node)] };
  }
}

function readStatement(standing: Standing, node: Node): void {
  const kind = kindOf(standing.syntax, node);
  if (BRANCHED.test(kind)) readBranches(standing, node);
  else if (HOLDERS.test(kind)) readBlock(standing, node);
  else if (kind === 'decorated_definition') readDecorated(standing, node);
  else if (kind === 'function_definition' || kind === 'class_definition') readDefinition(standing, node);
  else if (kind === 'expression_statement') readExpression(standing, node);
}

/** What follows an `if` of which a part leaves the function never runs after that part. */
function leftBy({ syntax, lineOf }: Standing, node: Node): string[] {
  let part = 0;
  return namedChildrenOf(syntax, node).flatMap((child) => {
    if (PARTS.test(kindOf(syntax, child))) part += 1;
    return blocksOf(syntax, child).some((block) => leaves(syntax, block)) ? [`${lineOf(node)}x${part}:1`] : [];
  });
}

function leaves(syntax: Syntax, block: Node): boolean {
  const last = namedChildrenOf(syntax, block).findLast((one) => kindOf(syntax, one) !== 'comment');
  return last !== undefined && /^(?:return|raise)_statement$/.test(kindOf(syntax, last));
}

function readBranches(standing: Standing, node: Node): void {
  const { syntax, lineOf } = standing;
  const isMatch = kindOf(syntax, node) === 'match_statement';
  const holder = isMatch ? childByField(syntax, node, 'body') : node;
  let part = 0;
  for (const child of holder === -1 ? [] : namedChildrenOf(syntax, holder)) {
    const kind = kindOf(syntax, child);
    if (PARTS.test(kind)) part += 1;
    const branches = kind === 'finally_clause' ? standing.branches : [...standing.branches, `${lineOf(node)}:${part}`];
    for (const block of blocksOf(syntax, child)) {
      const left = leaves(syntax, block) ? [`${lineOf(node)}x${part}:0`] : [];
      readBlock({ ...standing, branches: [...branches, ...left] }, block);
    }
  }
}

/** A block, or those of a clause. */
const blocksOf = (syntax: Syntax, node: Node): Node[] =>
  (kindOf(syntax, node) === 'block' ? [node] : namedChildrenOf(syntax, node)).filter(
    (one) => kindOf(syntax, one) === 'block',
  );

function readDecorated(standing: Standing, node: Node): void {
  const { syntax } = standing;
  const inner = childByField(syntax, node, 'definition');
  if (inner === -1) return;
  const name = textOf(syntax, childByField(syntax, inner, 'name'));
  for (const child of childrenOf(syntax, node))
    if (kindOf(syntax, child) === 'decorator') {
      const text = textOf(syntax, child)
        .replace(/^@\s*/, '')
        .replace(/\s*#[^\n]*$/, '');
      readDecorator(standing, parseExpression(text), { name, line: standing.lineOf(inner), end: syntax.end[child]! });
    }
  readDefinition(standing, inner);
}

function readDefinition(standing: Standing, node: Node): void {
  const { syntax, found } = standing;
  const name = textOf(syntax, childByField(syntax, node, 'name'));
  const scope = standing.scope === '' ? name : `${standing.scope}.${name}`;
  const parameters = childByField(syntax, node, 'parameters');
  if (parameters !== -1)
    found.functions.push({
      scope,
      parameters: namedChildrenOf(syntax, parameters).map((one) => textOf(syntax, one).split(/[\s:=]/, 1)[0]!),
    });
  const body = childByField(syntax, node, 'body');
  if (body !== -1) readBlock({ ...standing, scope }, body);
}

const MAKERS = /^(?:FastMCP|MCPServer|Server|Flask|FastAPI|APIRouter|Blueprint|Typer|Group)$/;

function readExpression(standing: Standing, statement: Node): void {
  const { syntax, found, lineOf, scope } = standing;
  const [node] = namedChildrenOf(syntax, statement);
  if (node === undefined) return;
  if (kindOf(syntax, node) === 'call')
    readCall(standing, parseExpression(textOf(syntax, node)), placeOfCall(standing, node));
  if (kindOf(syntax, node) !== 'assignment') return;
  const right = childByField(syntax, node, 'right');
  if (right === -1 || kindOf(syntax, right) !== 'call') return;
  const made = parseExpression(textOf(syntax, right));
  const variable = textOf(syntax, childByField(syntax, node, 'left'));
  if (made.kind === 'call' && MAKERS.test(lastOf(made.callee)))
    found.makers.push({
      ...placeOf(variable, scope),
      prefix: prefixOf(made),
      replaced: lastOf(made.callee) === 'Blueprint',
      line: lineOf(node),
    });
  else readCall(standing, made, placeOfCall(standing, node));
}

const placeOfCall = ({ syntax, lineOf }: Standing, node: Node): { readonly line: number; readonly end: number } => ({
  line: lineOf(node),
  end: syntax.end[node]!,
});

const lastOf = (callee: Expression): string => (callee.kind === 'name' ? callee.path.at(-1)! : '');
