// node typescript-oracle.mjs FOLDER < list: what TypeScript's own parser sees in each file, one line of JSON a file; the first line is its version.
// FOLDER holds a node_modules with a TypeScript that has a programming interface (up to 6).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ts = createRequire(join(process.argv[2], 'package.json'))('typescript');
const { SyntaxKind: Kind } = ts;

const LOOPS = new Set([
  Kind.ForStatement,
  Kind.ForInStatement,
  Kind.ForOfStatement,
  Kind.WhileStatement,
  Kind.DoStatement,
]);
const LOGICAL = new Set([Kind.AmpersandAmpersandToken, Kind.BarBarToken, Kind.QuestionQuestionToken]);
const KINDS = new Map([
  [Kind.IfStatement, 'ifs'],
  [Kind.CaseClause, 'cases'],
  [Kind.DefaultClause, 'cases'],
  [Kind.CatchClause, 'catches'],
  [Kind.ConditionalExpression, 'conditionals'],
  [Kind.ClassDeclaration, 'classes'],
  [Kind.ClassExpression, 'classes'],
  [Kind.NewExpression, 'news'],
  [Kind.TaggedTemplateExpression, 'calls'],
  [Kind.JsxOpeningElement, 'markup'],
  [Kind.JsxOpeningFragment, 'markup'],
  [Kind.JsxSelfClosingElement, 'markup'],
  [Kind.ThrowStatement, 'throws'],
  [Kind.ReturnStatement, 'returns'],
]);

function nameOf(node) {
  if (node.kind === Kind.CallExpression) return node.expression.kind === Kind.ImportKeyword ? null : 'calls';
  if (node.kind === Kind.BinaryExpression) return LOGICAL.has(node.operatorToken.kind) ? 'logical' : null;
  return LOOPS.has(node.kind) ? 'loops' : (KINDS.get(node.kind) ?? null);
}

function look(path) {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  if (source.parseDiagnostics.length > 0) return { path, errors: source.parseDiagnostics.length };
  const counts = {};
  const bodies = [];
  const waiting = [source];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const name = nameOf(node);
    if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
    if (ts.isFunctionLike(node) && node.body) bodies.push(node.body.getStart(source));
    ts.forEachChild(node, (child) => {
      waiting.push(child);
    });
  }
  const statements = source.statements
    .filter((node) => node.kind !== Kind.EmptyStatement)
    .map((node) => [node.getStart(source), node.getEnd()]);
  return { path, errors: 0, statements, bodies: bodies.sort((a, b) => a - b), counts };
}

process.stdout.write(`${JSON.stringify({ version: ts.version })}\n`);
for (const path of JSON.parse(readFileSync(0, 'utf8'))) process.stdout.write(`${JSON.stringify(look(path))}\n`);
