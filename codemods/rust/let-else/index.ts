import type { SgNode } from '@ast-grep/napi';
import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';
import { requireRust } from '../msrv.ts';
import { isLeaving } from './is-leaving.ts';

/** `let x = match value { Some(x) => x, None => return };` becomes `let Some(x) = value else { return };`. */
export const letElse: ShippedCodemod = defineFileCodemod({
  id: 'rust/let-else',
  title: '`let x = match v { Some(x) => x, None => return };` becomes `let Some(x) = v else { return };`',
  params: {},
  languages: ['rust'],
  change: (file) => {
    const lets = file.findAll({
      rule: {
        kind: 'let_declaration',
        has: { field: 'value', kind: 'match_expression' },
        not: { has: { field: 'alternative', regex: '.' } },
      },
    });
    for (const node of lets) {
      const arms = armsOf(node);
      if (arms === null) continue;
      requireRust(file, 65, 'let-else');
      const why = whyNot(node, arms);
      if (why !== null) file.leave(node, why);
      else rewrite(file, node, arms);
    }
  },
});

interface Arms {
  readonly value: SgNode;
  /** `Some(x)`. */
  readonly pattern: SgNode;
  /** `x`. */
  readonly bound: SgNode;
  /** What is done where the pattern does not fit. */
  readonly otherwise: SgNode;
}

/** Null for a match of another form: it is nothing that this codemod is about. */
function armsOf(node: SgNode): Arms | null {
  const match = node.field('value')!;
  const arms = match
    .field('body')!
    .children()
    .filter((child) => child.is('match_arm'));
  if (arms.length !== 2) return null;
  const [taking, other] = takesValue(arms[0]!) ? [arms[0]!, arms[1]!] : [arms[1]!, arms[0]!];
  const bound = takesValue(taking);
  const [pattern, refused] = [patternOf(taking), patternOf(other)];
  if (bound === null || pattern === null || refused === null || !isRest(pattern, refused)) return null;
  // In the other order a catch-all would take everything.
  if (taking.range().start.index > other.range().start.index && refused.text() === '_') return null;
  const otherwise = other.field('value')!;
  return isLeaving(otherwise) === 'no' ? null : { value: match.field('value')!, pattern, bound, otherwise };
}

/** The pattern of an arm without a guard and without attributes. */
function patternOf(arm: SgNode): SgNode | null {
  const pattern = arm.field('pattern');
  if (pattern === null || pattern.field('condition') !== null) return null;
  return arm.children().some((child) => child.is('attribute_item')) ? null : pattern;
}

/** `Some(x) => x`: the name that is bound and returned. */
function takesValue(arm: SgNode): SgNode | null {
  const pattern = patternOf(arm)?.child(0);
  if (pattern === undefined || pattern === null || !pattern.is('tuple_struct_pattern')) return null;
  const fields = pattern.children().filter((child) => child.isNamed() && child.id() !== pattern.field('type')!.id());
  const [bound] = fields;
  const isName = fields.length === 1 && bound!.is('identifier') && /^[a-z_]/.test(bound!.text());
  return isName && arm.field('value')!.text() === bound!.text() ? bound! : null;
}

/** `None` beside `Some(x)`, `Err(_)` beside `Ok(x)`, `_` beside any: what is left is all the rest, and binds nothing. */
function isRest(pattern: SgNode, other: SgNode): boolean {
  const [taken, rest] = [pattern.child(0)!.field('type')!.text(), other.text().replace(/\s+/g, '')];
  return rest === '_' || (taken === 'Some' && rest === 'None') || (taken === 'Ok' && rest === 'Err(_)');
}

function whyNot(node: SgNode, { value, otherwise }: Arms): string | null {
  const pattern = node.field('pattern')!;
  if (node.find({ rule: { any: [{ kind: 'line_comment' }, { kind: 'block_comment' }] } }) !== null)
    return 'a comment would be lost';
  if (node.field('type') !== null) return 'its type is written down, and would have to be that of the whole value';
  if (!pattern.is('identifier') || node.children().some((child) => child.is('mutable_specifier')))
    return 'the name is not a plain one, and a pattern would bind it in another way';
  if (/[}]$/.test(value.text()) || / (?:&&|\|\|) /.test(value.text()))
    return 'let-else does not take such an expression';
  if (isLeaving(otherwise) !== 'plainly' && !isPlace(value))
    return 'what the value borrows would be dropped before the else branch runs';
  return null;
}

/** It makes no temporary value that would live as long as the match. */
const isPlace = (node: SgNode): boolean => /^(?:&\s*(?:mut\s+)?)?(?:self|[a-z_]\w*)(?:\.\w+)*$/.test(node.text());

const MOST_ON_A_LINE = 50;

function rewrite(file: CodemodFile, node: SgNode, { value, pattern, bound, otherwise }: Arms): void {
  const name = node.field('pattern')!.text();
  const { start, end } = bound.range();
  const at = pattern.range().start.index;
  const shown = pattern.text();
  const taken = `${shown.slice(0, start.index - at)}${name}${shown.slice(end.index - at)}`;
  const head = `let ${taken} = ${file.text.slice(value.range().start.index, value.range().end.index)} else`;
  const body = otherwise.is('block') ? null : otherwise.text();
  const line = `${head} { ${body} };`;
  const [from, to] = [node.range().start.index, node.range().end.index];
  const depth = /[ \t]*$/.exec(file.text.slice(0, from))![0];
  if (body === null) file.edit(from, to, `${head} ${dedented(otherwise.text())};`);
  else if (line.length <= MOST_ON_A_LINE && !line.includes('\n')) file.edit(from, to, line);
  else file.edit(from, to, `${head} {\n${depth}    ${dedented(body)};\n${depth}};`);
  file.count('matches made let-else');

  /** The arm stood one level deeper than the statement. */
  function dedented(text: string): string {
    return text.replace(/\n {4}/g, '\n');
  }
}
