import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { Guard } from './python-file.ts';

const IMPORT_ERRORS = /\b(?:ImportError|ModuleNotFoundError|Exception|BaseException)\b/;
/** Who catches every error catches what no call was meant to raise. */
const CALL_ERRORS = /\bTypeError\b/;
const ATTRIBUTE_ERRORS = /\b(?:AttributeError|Exception|BaseException)\b/;

const ERRORS = { import: IMPORT_ERRORS, attribute: ATTRIBUTE_ERRORS, call: CALL_ERRORS };

/**
 * Whether a failure at a node is caught: by `except`, `contextlib.suppress`, or a test that waits for it.
 * @param what kind of failure it would be
 */
export function readGuard(syntax: Syntax, node: Node, what: keyof typeof ERRORS): Guard {
  const errors = ERRORS[what];
  let below = node;
  for (let up = syntax.parent[node]!; up > 0; below = up, up = syntax.parent[up]!) {
    const guard = guardAt(syntax, up, below, errors);
    if (guard !== null) return guard;
  }
  return null;
}

/** Marks of tests that are not run, or not meant to pass. */
const MARKS = /^@[\w.]*\b(?:xfail|skip|skipif|skipIf|skipUnless|expectedFailure)\b/;

/** What one statement around a node does with its failure. */
function guardAt(syntax: Syntax, up: Node, below: Node, errors: RegExp): Guard {
  const kind = kindOf(syntax, up);
  if (kind === 'with_statement') {
    const head = syntax.text.slice(syntax.start[up]!, syntax.start[below]!);
    if (/\braises\s*\(|\bassertRaises/.test(head)) return 'expected';
    return /\bsuppress\s*\(/.test(head) && errors.test(head) ? 'fallback' : null;
  }
  if (kind === 'decorated_definition') return isMarked(syntax, up) ? 'expected' : null;
  const isTried = kind === 'try_statement' && childByField(syntax, up, 'body') === below;
  return isTried && catches(syntax, up, errors) ? 'fallback' : null;
}

const isMarked = (syntax: Syntax, definition: Node): boolean =>
  childrenOf(syntax, definition).some(
    (child) => kindOf(syntax, child) === 'decorator' && MARKS.test(textOf(syntax, child)),
  );

function catches(syntax: Syntax, statement: Node, errors: RegExp): boolean {
  return childrenOf(syntax, statement).some((child) => {
    if (kindOf(syntax, child) !== 'except_clause' && kindOf(syntax, child) !== 'except_group_clause') return false;
    const block = childrenOf(syntax, child).find((one) => kindOf(syntax, one) === 'block');
    const head = syntax.text.slice(
      syntax.start[child]!,
      block === undefined ? syntax.end[child]! : syntax.start[block]!,
    );
    if (block !== undefined && /^\s*raise\b/.test(textOf(syntax, block))) return false;
    return (errors !== CALL_ERRORS && /^except\s*:/.test(head)) || errors.test(head);
  });
}
