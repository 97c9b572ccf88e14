import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import { pointedComment } from './pointed-comment.ts';
import type { EsModule } from './read-es-module.ts';

/** The comments of a module that stand between its statements, by what they belong to. Blank runs are folded. */
export interface OwnComments {
  /** Above everything; the first `header` of them apply to the file: licence, pragmas. */
  readonly opening: readonly string[];
  readonly header: number;
  /** The first statement, import or export list. */
  readonly first: Node | null;
  /** Above a statement, then behind it on its last line. */
  readonly statements: ReadonlyMap<Node, readonly string[]>;
  /** Of imports, by module, in and around them. */
  readonly imports: readonly (readonly [module: string, comment: string])[];
  /** Of export lists and re-exports, with the name that follows in the list, or ''. */
  readonly exports: readonly (readonly [name: string, comment: string])[];
  /** Below the last statement. */
  readonly end: readonly string[];
}

const IS_COMMENT = /^(comment|html_comment|hash_bang_line)$/;

export function ownComments(view: View, module: EsModule): OwnComments {
  const { syntax } = module;
  const top = childrenOf(syntax, 0).filter((node) => !IS_COMMENT.test(kindOf(syntax, node)));
  const opening: string[] = [];
  let header = 0;
  const topLevel = new Set(module.statements);
  const statements = new Map<Node, string[]>();
  const imports: [string, string][] = [];
  const exports: [string, string][] = [];
  const end: string[] = [];
  const requests = new Map(module.requests.map((request) => [request.node, request]));
  const give = (owner: Node | undefined, comment: string, inside: Node): void => {
    if (owner === undefined) end.push(comment);
    else if (topLevel.has(owner)) statements.set(owner, [...(statements.get(owner) ?? []), comment]);
    else if (isImport(module, owner)) imports.push([requests.get(owner)?.module ?? textOf(syntax, owner), comment]);
    else exports.push([nextName(syntax, inside, owner), comment]);
  };
  const ends = top.map((node) => lastTokenEnd(syntax, node));
  for (let node = 1; node < syntax.size; node++) {
    if (!IS_COMMENT.test(kindOf(syntax, node))) continue;
    const text = pointedComment(view, module.path, textOf(syntax, node)).trim();
    const start = syntax.start[node]!;
    const next = top.findIndex((_, i) => ends[i]! > start);
    const holder = next === -1 ? undefined : top[next]!;
    const above: Node | undefined = top[next === -1 ? top.length - 1 : next - 1];
    if (holder !== undefined && syntax.start[holder]! < start) {
      // Between its tokens: of a statement, that is part of its text.
      if (!topLevel.has(holder)) give(holder, text, node);
    } else if (above !== undefined && isBehind(syntax, above, node)) give(above, text, node);
    else if (above === undefined && holder !== undefined) {
      opening.push(text);
      if (syntax.end[node]! <= module.outline.header.end) header = opening.length;
    } else give(holder, text, node);
  }
  return { opening, header, first: top[0] ?? null, statements, imports, exports, end };
}

/** Also a `require` at the head of a CommonJS module. */
export const isImport = ({ syntax, common }: EsModule, node: Node): boolean =>
  kindOf(syntax, node) === 'import_statement' || (common?.requires.some((one) => one.node === node) ?? false);

function lastTokenEnd(syntax: Syntax, node: Node): number {
  let end = syntax.end[node]!;
  for (let inner = syntax.after[node]! - 1; inner > node; inner--) {
    if (syntax.after[inner] !== inner + 1) continue;
    if (kindOf(syntax, inner) !== 'comment') break;
    end = syntax.start[inner]!;
  }
  return syntax.text.slice(0, end).trimEnd().length;
}

/** On the last line of what stands above, or indented below it. */
function isBehind(syntax: Syntax, above: Node, comment: Node): boolean {
  const end = lastTokenEnd(syntax, above);
  const start = syntax.start[comment]!;
  if (start < end) return false;
  const between = syntax.text.slice(end, start);
  if (!between.includes('\n')) return true;
  const line = between.slice(between.lastIndexOf('\n') + 1);
  const first = between.slice(between.indexOf('\n') + 1);
  return line.trim() === '' && line.length > 0 && !/^\S/m.test(first);
}

/** The name in an export list that a comment stands before. */
function nextName(syntax: Syntax, comment: Node, owner: Node): string {
  for (let inner = comment + 1; inner < syntax.after[owner]!; inner++)
    if (kindOf(syntax, inner) === 'export_specifier') {
      const alias = childByField(syntax, inner, 'alias');
      return textOf(syntax, alias === -1 ? childByField(syntax, inner, 'name') : alias);
    }
  return '';
}
