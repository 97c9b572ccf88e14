import type { SgNode } from '@ast-grep/napi';
import type { CodemodFile } from '../../define-file-codemod.ts';
import { removeComment } from './annotate-function.ts';
import { isType } from './split-types.ts';
import type { TypeWriter } from './write-type.ts';

/** `x = []  # type: List[int]` becomes `x: List[int] = []`, where that stores nothing that was not stored before. */
export function annotateVariable(file: CodemodFile, comment: SgNode, write: TypeWriter): void {
  const type = /^#\s*type:\s*(.+?)\s*$/.exec(comment.text())?.[1];
  const statement = comment.prev();
  const assignment = statement?.is('expression_statement') ? statement.child(0) : null;
  if (
    type === undefined ||
    !assignment?.is('assignment') ||
    statement!.range().end.line !== comment.range().start.line
  ) {
    file.leave(comment, 'it stands behind no plain assignment');
    return;
  }
  const why = whyNot(assignment, type);
  if (why !== null) {
    file.leave(comment, why);
    return;
  }
  const target = assignment.field('left')!;
  // Types of local variables and attributes are not evaluated in functions.
  const end = target.range().end.index;
  file.edit(end, end, `: ${functionAround(assignment) === null ? write(type) : type}`);
  removeComment(file, comment);
  file.count('variables annotated');
}

function whyNot(assignment: SgNode, type: string): string | null {
  const target = assignment.field('left')!;
  if (!isType(type)) return 'the comment holds more than a type';
  if (!target.is('identifier') && !target.is('attribute')) return 'its target is no single name';
  if (assignment.field('type') !== null || assignment.field('right')?.is('assignment'))
    return 'it assigns more than once';
  const holder = functionAround(assignment);
  if (holder === null) {
    if (assignment.ancestors().some((node) => node.is('class_definition')))
      return 'an annotation may make it a field of its class';
    return target.is('identifier') ? null : 'outside a function its target would be evaluated twice';
  }
  const own = holder.is('class_definition') ? 'an annotation may make it a field of its class' : null;
  if (own !== null) return own;
  const declared = holder.findAll({ rule: { any: [{ kind: 'global_statement' }, { kind: 'nonlocal_statement' }] } });
  return declared.some((node) => new RegExp(`\\b${target.text()}\\b`).test(node.text()) && target.is('identifier'))
    ? 'a name that is global cannot be annotated'
    : null;
}

/** The nearest function or class; null at the top of the module. */
function functionAround(node: SgNode): SgNode | null {
  const found = node.ancestors().find((each) => each.is('function_definition') || each.is('class_definition'));
  return found ?? null;
}
