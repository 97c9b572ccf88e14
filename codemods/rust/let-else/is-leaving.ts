import type { SgNode } from '@ast-grep/napi';

/**
 * Whether an arm always leaves what stands around it. `plainly`: it computes nothing on the way, so that nobody can see whether a temporary
 * value is dropped before or after it.
 */
export function isLeaving(node: SgNode): 'plainly' | 'yes' | 'no' {
  if (node.is('continue_expression')) return 'plainly';
  if (node.is('break_expression') || node.is('return_expression')) {
    const value = node.children().filter((child) => child.isNamed() && !child.is('label') && !child.is('loop_label'));
    return value.every(isPlain) ? 'plainly' : 'yes';
  }
  if (node.is('macro_invocation'))
    return /^(?:panic|unreachable|todo|unimplemented)$/.test(node.field('macro')!.text()) ? 'yes' : 'no';
  return node.is('block') ? blockLeaves(node) : 'no';
}

function blockLeaves(node: SgNode): 'plainly' | 'yes' | 'no' {
  const statements = node
    .children()
    .filter((child) => child.isNamed() && !child.is('line_comment') && !child.is('block_comment'));
  const last = statements.at(-1);
  const expression = last?.is('expression_statement') ? last.child(0)! : last;
  const leaving = expression === undefined ? 'no' : isLeaving(expression);
  return leaving === 'plainly' && statements.length > 1 ? 'yes' : leaving;
}

const PLAIN_CALLS = /^(?:Some|Ok|Err)$/;

/** A literal, a name, `None`, `()`, or `Ok`, `Err` and `Some` around one. */
function isPlain(node: SgNode): boolean {
  if (/^(?:\w+_literal|identifier|scoped_identifier|unit_expression|self)$/.test(node.kind() as string)) return true;
  if (!node.is('call_expression') || !PLAIN_CALLS.test(node.field('function')!.text())) return false;
  return node
    .field('arguments')!
    .children()
    .filter((child) => child.isNamed())
    .every(isPlain);
}
