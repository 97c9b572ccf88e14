import { kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';

const OWN = /\b__file__\b|\b__path__\b|\bfiles\(/;
const NAMES = new Set(['__file__', '__path__', 'files']);
const RUNS_TEXT = /\b(?:exec|eval|compile)\s*\(/;

/** Whether a Python file asks where it lies: in its code, or in the examples of a docstring, which doctest runs. What comments say counts as little as prose. */
export function readsOwnFolder(syntax: Syntax): boolean {
  if (!OWN.test(syntax.text)) return false;
  if (RUNS_TEXT.test(syntax.text)) return true;
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'identifier' && NAMES.has(textOf(syntax, node))) return true;
    if (kind === 'string_content' && isAsked(textOf(syntax, node))) return true;
  }
  return false;
}

/** `getattr(package, "__file__")`, or an example. */
const isAsked = (text: string): boolean => NAMES.has(text) || (text.includes('>>>') && OWN.test(text));
